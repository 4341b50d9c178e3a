using System.Linq.Expressions;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Governance;

/// <summary>Votes, what changed them, and delegations of votes.</summary>
internal static class VoteFields
{
    private const string Weight =
        "The whole weight, what is delegated included: ayes + nays + abstains + others, in the proposal's unit.";

    public static void Add(ProductTypes types)
    {
        AddVote(types);
        AddVoteEvent(types);
        AddDelegation(types);
    }

    /// <summary>The root fields.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        query
            .ToMany("votes", types.Governance.Vote.Type, "The votes in force in all governance systems, newest first.")
            .OrderedBy(("CAST_TIME", SortDirection.Descending))
            .AsOf(types.AsOf);
        query.ToMany(
            "voteDelegations",
            types.Governance.Delegation.Type,
            "Who let whom vote for it from when to when, on all networks. Those in force: where toTime is null; those in force at a time: where fromTime is not later, and toTime is later or null."
        );
    }

    private static void AddVote(ProductTypes types)
    {
        var vote = types.Governance.Vote;
        vote.AddNetwork(row => row.Network, types.Names.Refusal);
        vote.Add(row => row.ProposalId);
        vote.Add(row => row.Voter);
        vote.Add(row => row.Kind);
        vote.AddHeight(types, "fromHeight", row => row.Network, row => row.FromHeight);
        vote.Add(row => row.Choice);
        vote.Add(row => row.Selection).NotGroupable();
        vote.Add(row => row.Balance, scalar: types.Scalars.Decimal);
        vote.Add(row => row.WeightByStrategy).NotGroupable();
        vote.Add(row => row.Conviction);
        AddWeights(types, vote, row => row.Ayes, row => row.Nays, row => row.Abstains, row => row.Others);
        vote.Add(row => row.DelegatedWeight, scalar: types.Scalars.Decimal);
        vote.Add(row => row.DelegatedBalance, scalar: types.Scalars.Decimal);
        vote.Add(row => row.Counts);
        vote.AddHeight(types, "castHeight", row => row.Network, row => row.CastHeight);
        vote.Add(row => row.CastIndex);
        vote.Add(row => row.CastTime);
        vote.Add(row => row.IsUnlocked);
        vote.Add(row => row.Reason).NotGroupable();
        vote.Add(row => row.NativeId).NotGroupable();
        ProposalFields.AddTo(types, vote, row => row.Network, row => row.ProposalId);
        LedgerRowFields.AddAccount(types, vote, row => row.Voter, required: true);
        vote.ToMany(
                "events",
                types.Governance.VoteEvent,
                "What it was before and how it came to be what it is, oldest first; the votes that it replaced are among them.",
                (row => row.Network, entry => entry.Network),
                (row => row.ProposalId, entry => entry.ProposalId),
                (row => row.Voter, entry => entry.Voter),
                (row => row.Kind, entry => entry.Kind)
            )
            .OldestFirst();
    }

    private static void AddVoteEvent(ProductTypes types)
    {
        var entry = types.Governance.VoteEvent;
        LedgerRowFields.AddPlace(types, entry, isOfSpaces: true);
        entry.Add(row => row.ProposalId);
        ProposalHistoryFields.AddSystem(
            types,
            entry,
            row => row[item => item.Network],
            row => row[item => item.ProposalId]
        );
        entry.Add(row => row.Voter);
        entry.Add(row => row.Kind);
        entry.Add(row => row.Action);
        entry.Add(row => row.Choice);
        entry.Add(row => row.Selection).NotGroupable();
        entry.Add(row => row.Balance, scalar: types.Scalars.Decimal);
        entry.Add(row => row.WeightByStrategy).NotGroupable();
        entry.Add(row => row.Conviction);
        AddWeights(types, entry, row => row.Ayes, row => row.Nays, row => row.Abstains, row => row.Others);
        entry.Add(row => row.DelegatedWeight, scalar: types.Scalars.Decimal);
        entry.Add(row => row.DelegatedBalance, scalar: types.Scalars.Decimal);
        entry.Add(row => row.Reason).NotGroupable();
        entry.Add(row => row.NativeId).NotGroupable();
        ProposalFields.AddTo(types, entry, row => row.Network, row => row.ProposalId);
        LedgerRowFields.AddAccount(types, entry, row => row.Voter, required: true);
    }

    private static void AddDelegation(ProductTypes types)
    {
        var delegation = types.Governance.Delegation;
        delegation.AddNetwork(row => row.Network, types.Names.Refusal);
        delegation.Add(row => row.Scope);
        delegation.Add(row => row.Delegator);
        delegation.Add(row => row.Delegate);
        delegation.Add(row => row.Balance, scalar: types.Scalars.Decimal);
        delegation.Add(row => row.Conviction);
        IntervalFields.Add(types, delegation);
        delegation
            .ToOne(
                "delegatorAccount",
                types.Account,
                "The account that delegates.",
                required: true,
                (row => row.Delegator, account => account.Address)
            )
            .Filterable();
        delegation
            .ToOne(
                "delegateAccount",
                types.Account,
                "The account that votes for it.",
                required: true,
                (row => row.Delegate, account => account.Address)
            )
            .Filterable();
    }

    private static void AddWeights<TRow>(
        ProductTypes types,
        ObjectMap<TRow> vote,
        params Expression<Func<TRow, Pha>>[] weights
    )
        where TRow : class
    {
        foreach (var weight in weights)
        {
            vote.Add(weight, scalar: types.Scalars.Decimal);
        }

        vote.Type.Computed(
                "weight",
                types.Scalars.Decimal.NonNull(),
                row => $"({string.Join(" + ", weights.Select(weight => vote.Map.Of(row).Column(weight)))})",
                Weight
            )
            .Filterable()
            .NotGroupable()
            .Sortable()
            .Summable();
    }
}
