using System.Linq.Expressions;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Governance;

/// <summary>Proposals: what they are, where they stand, what they say, and what belongs to them.</summary>
internal static class ProposalFields
{
    public static void Add(ProductTypes types)
    {
        AddFacts(types);
        AddState(types);
        AddText(types);
        AddChoices(types);
        AddTallies(types);
        AddHistory(types);
    }

    /// <summary>The root fields.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        var proposal = types.Governance.Proposal;
        query
            .ToOne("proposal", proposal.Type, "A proposal; null when there is none.")
            .Argument(
                "network",
                Scalars.String.NonNull(),
                "Name of its network.",
                (row, network) => $"{proposal.Map.Of(row)[item => item.Network]} = {network}",
                refused: name => types.Names.Refusal($"array[{name}]")
            )
            .Argument(
                "id",
                Scalars.String.NonNull(),
                "Its proposalId: the system and the native id, for example referendum/77, council/197 or snapshot/0x98….",
                (row, id) => $"{proposal.Map.Of(row)[item => item.ProposalId]} in ({id}, lower({id}))"
            )
            .AsOf(types.AsOf);
        query
            .ToMany(
                "proposals",
                proposal.Type,
                "The proposals of all governance systems and networks, newest first. Those closing soon: where status is ACTIVE and endTime lies ahead, ordered by END_TIME."
            )
            .OrderedBy(("CREATED_TIME", SortDirection.Descending))
            .AsOf(types.AsOf);
        query
            .ToMany(
                "reconciliations",
                types.Governance.Reconciliation.Type,
                "Figures of proposals as the index sums them compared with those that the chain or the source states, oldest first. Where both differ, reason is not null."
            )
            .OldestFirst();
    }

    /// <summary>The proposal that a row is about.</summary>
    public static void AddTo<TRow>(
        ProductTypes types,
        ObjectMap<TRow> row,
        Expression<Func<TRow, object?>> network,
        Expression<Func<TRow, object?>> id,
        string name = "proposal",
        string description = "The proposal; null when read as of a time before it existed."
    )
        where TRow : class =>
        row.ToOne(
                name,
                types.Governance.Proposal,
                description,
                required: false,
                (network, proposal => proposal.Network),
                (id, proposal => proposal.ProposalId)
            )
            .Filterable()
            .SortableBy("createdTime", "endTime");

    private static void AddFacts(ProductTypes types)
    {
        var proposal = types.Governance.Proposal;
        proposal.AddNetwork(row => row.Network, types.Names.Refusal);
        proposal.Add(
            row => row.ProposalId,
            description: proposal.Description(typeof(Proposal).GetProperty(nameof(Proposal.Id))!)
        );
        types.AddFact("system", fact => fact.System).Filterable();
        types.AddFact("nativeId", fact => fact.NativeId).Filterable().NotGroupable();
        types.AddFact("space", fact => fact.Space).Filterable();
        types.AddFact("proposer", fact => fact.Proposer).Filterable();
        types.AddCreatedHeight();
        types.AddFact("createdTime", fact => fact.Time).Filterable().Sortable();
        types.AddFact("transaction", fact => fact.Transaction, types.Scalars.Hash);
        types.AddFact("extrinsic", fact => fact.Extrinsic);
        proposal
            .Type.ToOne(
                "proposerAccount",
                types.Account.Type,
                "The account that made it; null when the chain does not say.",
                Join.On((ProposalFacts.ProposerColumn(types), types.Addresses.Column(row => row.Address)))
            )
            .Filterable();
    }

    private static void AddState(ProductTypes types)
    {
        var proposal = types.Governance.Proposal;
        proposal.AddHeight(types, "fromHeight", row => row.Network, row => row.FromHeight);
        TallyFields.Add(types, proposal);
        proposal.Add(row => row.StatedAyes, scalar: types.Scalars.Decimal);
        proposal.Add(row => row.StatedNays, scalar: types.Scalars.Decimal);
        proposal.Add(row => row.StatedAbstains, scalar: types.Scalars.Decimal);
        proposal.Add(row => row.StatedTurnout, scalar: types.Scalars.Decimal);
        proposal.Add(row => row.ScoresByStrategy).NotGroupable();
        proposal
            .Type.Computed(
                "electorateKind",
                types.Scalars.LeafOf(typeof(ElectorateKind)),
                row =>
                {
                    var state = proposal.Map.Of(row);
                    return $"coalesce({state[item => item.ElectorateKind]}, case when {TallyFields.Electorate(types, state)} is not null then '{EnumText.Of(ElectorateKind.VaultShares)}' end)";
                },
                "What the eligible supply is; null while unknown."
            )
            .Filterable();
        proposal.Add(row => row.Threshold);
        proposal
            .Add(
                row => row.Quorum,
                scalar: types.Scalars.Decimal,
                description: "The weight that MEMBER_COUNT or QUORUM asks for, or that its space asks for (Snapshot); null with others and while unknown."
            )
            .Averaged();
        proposal.Add(row => row.SuperQuorum, scalar: types.Scalars.Decimal).Averaged();
        proposal.Add(row => row.Deposit);
        proposal.Add(row => row.Value);
        proposal.Add(row => row.Beneficiary);
        proposal.Add(row => row.StartHeight).Sortable();
        proposal.Add(row => row.EndHeight).Sortable();
        proposal.Add(row => row.StartTime).NotGroupable();
        proposal.Add(row => row.EndTime);
        proposal.Add(row => row.EnactmentHeight);
        proposal.Add(row => row.EnactmentTime).NotGroupable();
        proposal.Add(row => row.ExpiryTime).NotGroupable();
        proposal.Add(row => row.VotingToken);
        proposal.Add(row => row.Hash).NotGroupable();
    }

    private static void AddText(ProductTypes types)
    {
        var (proposal, text) = (types.Governance.Proposal, types.Governance.Text);
        text.AddHeight(types, "fromHeight", row => row.Network, row => row.FromHeight);
        text.Add(row => row.Title);
        text.Add(row => row.Body);
        text.Add(row => row.Discussion);
        text.Add(row => row.CallHash);
        text.Add(row => row.Call);
        text.Add(row => row.VotingType);
        text.Add(row => row.Strategies);
        text.Add(row => row.EditedTime);
        proposal
            .ToOne(
                "text",
                text,
                "What it says or does; null while neither text nor call of it is known.",
                required: false,
                (row => row.Network, other => other.Network),
                (row => row.ProposalId, other => other.ProposalId)
            )
            .Filterable();
    }

    private static void AddChoices(ProductTypes types)
    {
        var (proposal, choice) = (types.Governance.Proposal, types.Governance.Choice);
        choice.Add(row => row.Choice).Sortable();
        choice.Add(row => row.Label);
        choice.Add(
            row => row.Weight,
            scalar: types.Scalars.Decimal,
            description: "The weight on it: the sum of the votes by the rule of the proposal's voting type."
        );
        choice.Add(row => row.StatedWeight, scalar: types.Scalars.Decimal);
        proposal
            .ToMany(
                "choices",
                choice,
                "The choices that it offers when they are not simply aye, nay and abstain (Snapshot), in their order.",
                (row => row.Network, other => other.Network),
                (row => row.ProposalId, other => other.ProposalId)
            )
            .OrderedBy(("CHOICE", SortDirection.Ascending));
    }

    private static void AddTallies(ProductTypes types)
    {
        var (proposal, tally) = (types.Governance.Proposal, types.Governance.Tally);
        IntervalFields.Add(types, tally, isOfSpaces: true);
        TallyFields.Add(types, tally);
        tally.Type.WithoutSums();
        proposal.ToMany(
            "tallies",
            tally,
            "How its votes added up over time, oldest first: one row for each block that changed its votes or its status. For charts by day group them by fromTime and take max.",
            (row => row.Network, other => other.Network),
            (row => row.ProposalId, other => other.ProposalId)
        );
    }

    private static void AddHistory(ProductTypes types)
    {
        var governance = types.Governance;
        Many(governance.Event, "events", "Its course, oldest first.", row => row.Network, row => row.ProposalId)
            .OldestFirst();
        Many(
            governance.Link,
            "leadsTo",
            "The proposals that it led to or acted upon, oldest first.",
            row => row.Network,
            row => row.ProposalId
        );
        Many(
            governance.Link,
            "followsFrom",
            "The proposals that led to it or acted upon it, oldest first.",
            row => row.Network,
            row => row.TargetId
        );
        Many(governance.Vote, "votes", "The votes in force on it.", row => row.Network, row => row.ProposalId);
        Many(
                governance.VoteEvent,
                "voteEvents",
                "Everything that changed votes on it, oldest first: also votes that were replaced or removed.",
                row => row.Network,
                row => row.ProposalId
            )
            .OldestFirst();
        Many(
                governance.Reconciliation,
                "reconciliations",
                "Its figures as the index sums them compared with those that the chain or the source states, oldest first.",
                row => row.Network,
                row => row.ProposalId
            )
            .OldestFirst();

        Field Many<TRow>(
            ObjectMap<TRow> other,
            string name,
            string description,
            Expression<Func<TRow, object?>> network,
            Expression<Func<TRow, object?>> id
        )
            where TRow : class =>
            governance
                .Proposal.ToMany(
                    name,
                    other,
                    description,
                    (proposal => proposal.Network, network),
                    (proposal => proposal.ProposalId, id)
                )
                .Filterable();
    }
}
