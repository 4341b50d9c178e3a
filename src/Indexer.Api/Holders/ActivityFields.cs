using Indexer.Api.Model;
using Indexer.Api.Staking;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api.Holders;

/// <summary>One list of everything that an account or a holder did and that happened to it.</summary>
internal sealed class ActivityFields
{
    private readonly ProductTypes types;
    private readonly ActivitySql sql;
    private readonly EntityMap<StakeEvent> row;
    private readonly ObjectType activity;

    private ActivityFields(ProductTypes types, SchemaBuilder builder, IModel model)
    {
        this.types = types;
        row = types.StakeEvent.Map;
        sql = new ActivitySql(types, model);
        activity = builder
            .Object(
                "Activity",
                "One thing that an account did or that happened to it, on any network. What chains state by several events, such as a redemption and the burn of its shares, is one entry.",
                row.Key
            )
            .WithoutFigures();
        AddFields(builder);
        AddRelations();
    }

    public static void Add(ProductTypes types, SchemaBuilder builder, IModel model)
    {
        var fields = new ActivityFields(types, builder, model);
        fields.AddTo(types.Account, mine => $"array[{mine[item => item.Address]}]");
        fields.AddTo(types.Holder, mine => HolderSql.Members(types, mine));
    }

    private void AddFields(SchemaBuilder builder)
    {
        activity
            .Column(
                "kind",
                builder
                    .Enum(
                        "ActivityKind",
                        "What an Activity is.",
                        [.. ActivitySql.Kinds.Select(item => new EnumValue(item.Kind, item.Description))]
                    )
                    .NonNull(),
                ActivitySql.Kind,
                "What it is; stakeEvent, claim or voteEvent tells it in full."
            )
            .Filterable();
        activity
            .Column(
                "direction",
                builder
                    .Enum(
                        "ActivityDirection",
                        "Which way value went.",
                        new EnumValue("IN", "To the account: its stake or its balance grew by it."),
                        new EnumValue("OUT", "From the account."),
                        new EnumValue("NONE", "Nowhere: votes, requests, and moves among the holder's own accounts.")
                    )
                    .NonNull(),
                ActivitySql.Direction,
                "Which way value went."
            )
            .Filterable();
        Column(item => item.Network).Filterable(compared: null, types.Names.Refusal);
        activity.Computed(
            "height",
            Scalars.Long,
            at => types.Names.Height(at[row.Column(item => item.Network)], at[row.Column(item => item.Height)]),
            "Height of the block. Null on Snapshot."
        );
        Column(item => item.Index);
        Column(item => item.Ordinal);
        Column(item => item.Time).Filterable().Sortable();
        activity.Column(
            "transaction",
            types.Scalars.Hash,
            row.Column(item => item.Transaction),
            "Hash of the transaction (EVM) or of the extrinsic (Substrate); null for what the chain did by itself, and on Snapshot."
        );
        Column(item => item.Extrinsic);
        AddSubjects();
    }

    private void AddSubjects()
    {
        activity
            .Column("address", types.Scalars.Address.NonNull(), ActivitySql.Address, "The account that it is about.")
            .Filterable();
        activity.Column(
            "counterparty",
            types.Scalars.Address,
            ActivitySql.Counterparty,
            "The other side: who sent or received; of a claim the Substrate account, or for that the receiver. Null when there is none or it is not known."
        );
        activity
            .Column("poolId", Scalars.String, ActivitySql.PoolId, "The pool, or the token that crossed the bridge.")
            .Filterable((_, id) => PoolFields.AsStored(id));
        activity
            .Column("proposalId", Scalars.String, ActivitySql.ProposalId, "The proposal of a vote; null for the rest.")
            .Filterable();
        activity.Column(
            "amount",
            types.Scalars.Pha,
            ActivitySql.Amount,
            "The PHA that it moved, never negative; null where only shares moved, and for votes, whose weight voteEvent tells."
        );
        activity.Column(
            "shares",
            types.Scalars.Decimal,
            ActivitySql.Shares,
            "The shares of the pool that it moved, never negative; null where none did."
        );
    }

    private Field Column<TValue>(System.Linq.Expressions.Expression<Func<StakeEvent, TValue>> property)
    {
        var source = row.Property(property);
        return activity.Column(
            char.ToLowerInvariant(source.Name[0]) + source.Name[1..],
            types.Scalars.TypeOf(source),
            row.Column(property),
            types.Scalars.Documentation.Summary(source.PropertyInfo!)
        );
    }

    private void AddRelations()
    {
        var network = row.Column(item => item.Network);
        ToOne(
            "account",
            types.Account,
            "The account that it is about.",
            (ActivitySql.Address, types.Addresses.Column(item => item.Address))
        );
        ToOne(
            "pool",
            types.Pool,
            "The pool; null when there is none, and when read as of a time before it existed.",
            (network, types.Pool.Map.Column(item => item.Network)),
            (ActivitySql.PoolId, types.Pool.Map.Column(item => item.PoolId))
        );
        ToOne(
            "proposal",
            types.Governance.Proposal,
            "The proposal of a vote.",
            (network, types.Governance.Proposal.Map.Column(item => item.Network)),
            (ActivitySql.ProposalId, types.Governance.Proposal.Map.Column(item => item.ProposalId))
        );
        ToOne(
            "stakeEvent",
            types.StakeEvent,
            "The stake event that says what was meant; null for claims, votes and what the bridge states.",
            Place(types.StakeEvent.Map)
        );
        ToOne("claim", types.Claim, "The claim; null for the rest.", Place(types.Claim.Map));
        ToOne(
            "voteEvent",
            types.Governance.VoteEvent,
            "The change of the vote; null for the rest.",
            Place(types.Governance.VoteEvent.Map)
        );

        void ToOne<TRow>(string name, ObjectMap<TRow> other, string description, params (string, string)[] columns)
            where TRow : class => activity.ToOne(name, other.Type, description, Join.On(columns));
    }

    /// <summary>The place of a row in its block tells it from all rows of other tables, too.</summary>
    private (string, string)[] Place<TRow>(EntityMap<TRow> other)
        where TRow : LedgerRow =>
        [
            (row.Column(item => item.Network), other.Column(item => item.Network)),
            (row.Column(item => item.Height), other.Column(item => item.Height)),
            (row.Column(item => item.Index), other.Column(item => item.Index)),
            (row.Column(item => item.Ordinal), other.Column(item => item.Ordinal)),
        ];

    private void AddTo(ObjectMap<HolderAccount> owner, Func<RowOf<HolderAccount>, string> members) =>
        owner
            .Type.ToMany(
                "activity",
                activity,
                "Everything that it did and that happened to it, on all networks, oldest first: stake, withdrawals, owner's rewards, transfers, the bridge, claims and votes.",
                Join.From(mine => sql.Of(members(owner.Map.Of(mine))))
            )
            .OldestFirst();
}
