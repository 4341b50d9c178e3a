using System.Linq.Expressions;
using Indexer.Api.Mapping;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Types;

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
            .SortableBy("time", "endTime");

    private static void AddFacts(ProductTypes types)
    {
        var proposal = types.Governance.Proposal;
        proposal.Add(row => row.Network);
        proposal.Add(
            row => row.ProposalId,
            description: proposal.Description(typeof(Proposal).GetProperty(nameof(Proposal.Id))!)
        );
        types.AddFact("system", fact => fact.System).Filterable();
        types.AddFact("nativeId", fact => fact.NativeId).Filterable();
        types.AddFact("space", fact => fact.Space).Filterable();
        types.AddFact("proposer", fact => fact.Proposer).Filterable();
        types.AddFact("height", fact => fact.Height).Filterable().Sortable();
        types.AddFact("time", fact => fact.Time).Filterable().Sortable();
        types.AddFact("transaction", fact => fact.Transaction, types.Words.Hash);
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
        proposal.Add(row => row.FromHeight);
        TallyFields.Add(types, proposal);
        proposal.Add(row => row.StatedAyes);
        proposal.Add(row => row.StatedNays);
        proposal.Add(row => row.StatedAbstains);
        proposal.Add(row => row.StatedTurnout);
        proposal.Add(row => row.ScoresByStrategy);
        proposal.Add(row => row.ElectorateKind);
        proposal.Add(row => row.Threshold);
        proposal.Add(row => row.Quorum);
        proposal.Add(row => row.SuperQuorum);
        proposal.Add(row => row.Deposit);
        proposal.Add(row => row.Value);
        proposal.Add(row => row.Beneficiary);
        proposal.Add(row => row.StartHeight);
        proposal.Add(row => row.EndHeight);
        proposal.Add(row => row.StartTime);
        proposal.Add(row => row.EndTime);
        proposal.Add(row => row.EnactmentHeight);
        proposal.Add(row => row.EnactmentTime);
        proposal.Add(row => row.ExpiryTime);
        proposal.Add(row => row.VotingToken);
        proposal.Add(row => row.Hash);
    }

    private static void AddText(ProductTypes types)
    {
        var (proposal, text) = (types.Governance.Proposal, types.Governance.Text);
        text.Add(row => row.FromHeight);
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
        choice.Add(row => row.Choice);
        choice.Add(row => row.Label);
        choice.Add(row => row.Weight);
        choice.Add(row => row.StatedWeight);
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
        IntervalFields.Add(types, tally);
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
                "Its figures as we sum them compared with those that the chain or the source states, oldest first.",
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
