using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Live;

/// <summary>The fields of the subscription root: the steps of the index, and the ledger rows that each step concerns.</summary>
internal static class SubscriptionFields
{
    public static void Add(ProductTypes types, SchemaBuilder builder)
    {
        var steps = types.BlockChange.Map;
        var root = builder.Subscription(
            new SequenceFeed(ChangeFeed.Channel, steps.Table, steps.Column(row => row.Sequence))
        );
        AddBlocks(types, root);
        AddRows(
            types,
            builder,
            root,
            types.StakeEvent,
            "stakeEventAdded",
            "stakeEvent",
            "Everything that changes positions, on all networks"
        );
        AddRows(types, builder, root, types.Reward, "rewardAdded", "reward", "Rewards of pools, on all networks");
        AddRows(types, builder, root, types.Claim, "claimAdded", "claim", "Claims of parachain assets on Ethereum");
        AddRows(
            types,
            builder,
            root,
            types.Governance.Event,
            "proposalChanged",
            "event",
            "Steps in the course of proposals, on all networks"
        );
        AddRows(
            types,
            builder,
            root,
            types.Governance.VoteEvent,
            "voteCast",
            "vote",
            "Votes as they are cast, replaced and removed, on all networks"
        );
    }

    private static void AddBlocks(ProductTypes types, ObjectType root)
    {
        var step = types.BlockChange;
        step.Add(row => row.Op);
        step.Type.Cursor("cursor");
        step.AddNetwork(row => row.Network, types.Names.Refusal);
        step.AddHeight(types, "fromHeight", row => row.Network, row => row.FromHeight);
        step.AddHeight(types, "toHeight", row => row.Network, row => row.ToHeight);
        step.Add(row => row.Hash, scalar: types.Scalars.Hash);
        step.Add(row => row.CommittedAt, "committedTime");
        step.ToOne(
            "block",
            types.Block,
            "The last block of the range; null when its header is not kept (a final block without indexed events, or a retracted one).",
            required: false,
            (row => row.Network, block => block.Network),
            (row => row.ToHeight, block => block.Height)
        );
        Narrow(
            types,
            root.Stream(
                "blockIndexed",
                step.Type,
                "Ranges of blocks as they are indexed and retracted by a reorganisation, on all networks; by choice also as they become final.",
                Join.On()
            )
        );
    }

    private static void AddRows<TRow>(
        ProductTypes types,
        SchemaBuilder builder,
        ObjectType root,
        ObjectMap<TRow> row,
        string stream,
        string name,
        string description
    )
        where TRow : LedgerRow
    {
        var step = types.BlockChange.Map;
        var message = builder.Object(
            $"{row.Type.Name}Change",
            $"A {row.Type.Name} that was added, retracted by a reorganisation, or made final.",
            new KeyColumn(step.Column(change => change.Sequence), SqlType.BigInt),
            new KeyColumn(row.Map.Column(entry => entry.Height), SqlType.BigInt),
            new KeyColumn(row.Map.Column(entry => entry.Index), SqlType.Integer),
            new KeyColumn(row.Map.Column(entry => entry.Ordinal), SqlType.Integer)
        );
        var op = step.Property(change => change.Op);
        message.Column(
            "op",
            types.Scalars.TypeOf(op),
            step.Column(change => change.Op),
            types.BlockChange.Description(op.PropertyInfo!)
        );
        message.Cursor("cursor");
        message.Embed(name, row.Type, $"The {row.Type.Name}; of a retracted one what it was.");
        Narrow(
            types,
            root.Stream(
                stream,
                message,
                $"{description}: each once when it is added, and once more if a reorganisation retracts it. To count, add one for ADDED and take one off for RETRACTED. FINALIZED, which tells of the same row once more when nothing can retract it any longer, comes only to those who send for it.",
                Join.From(_ => LedgerSteps.Sql(types, row.Map)),
                row.Type
            )
        );
    }

    /// <summary>The arguments that all subscriptions have in common.</summary>
    private static void Narrow(ProductTypes types, Field field)
    {
        var step = types.BlockChange.Map;
        field
            .Argument(
                "send",
                types.Scalars.LeafOf(typeof(ChangeOp)).NonNull().List().NonNull(),
                "What is sent.",
                (row, ops) => $"{step.Of(row)[change => change.Op]} = any ({ops})",
                $"[{EnumText.Of(ChangeOp.Added)}, {EnumText.Of(ChangeOp.Retracted)}]"
            )
            .Argument(
                "networks",
                Scalars.String.NonNull().List(),
                "Tells only of the networks of these names; of all when left out.",
                (row, networks) => $"{step.Of(row)[change => change.Network]} = any ({networks})",
                refused: types.Names.Refusal
            );
    }
}
