using System.Linq.Expressions;
using Indexer.Api.Mapping;
using Indexer.Domain;

namespace Indexer.Api.Types;

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

    private static void AddVote(ProductTypes types)
    {
        var vote = types.Governance.Vote;
        vote.Add(row => row.Network);
        vote.Add(row => row.ProposalId);
        vote.Add(row => row.Voter);
        vote.Add(row => row.Kind);
        vote.Add(row => row.FromHeight);
        vote.Add(row => row.Choice);
        vote.Add(row => row.Selection);
        vote.Add(row => row.Balance);
        vote.Add(row => row.WeightByStrategy);
        vote.Add(row => row.Conviction);
        AddWeights(types, vote, row => row.Ayes, row => row.Nays, row => row.Abstains, row => row.Others);
        vote.Add(row => row.DelegatedWeight);
        vote.Add(row => row.DelegatedBalance);
        vote.Add(row => row.Counts);
        vote.Add(row => row.CastHeight);
        vote.Add(row => row.CastIndex);
        vote.Add(row => row.CastTime);
        vote.Add(row => row.IsUnlocked);
        vote.Add(row => row.Reason);
        vote.Add(row => row.NativeId);
        ProposalFields.AddTo(types, vote, row => row.Network, row => row.ProposalId);
        LedgerFields.AddAccount(types, vote, row => row.Voter, required: true);
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
        LedgerFields.AddPlace(types, entry);
        entry.Add(row => row.ProposalId);
        CourseFields.AddSystem(types, entry, row => row[item => item.Network], row => row[item => item.ProposalId]);
        entry.Add(row => row.Voter);
        entry.Add(row => row.Kind);
        entry.Add(row => row.Action);
        entry.Add(row => row.Choice);
        entry.Add(row => row.Selection);
        entry.Add(row => row.Balance);
        entry.Add(row => row.WeightByStrategy);
        entry.Add(row => row.Conviction);
        AddWeights(types, entry, row => row.Ayes, row => row.Nays, row => row.Abstains, row => row.Others);
        entry.Add(row => row.DelegatedWeight);
        entry.Add(row => row.DelegatedBalance);
        entry.Add(row => row.Reason);
        entry.Add(row => row.NativeId);
        ProposalFields.AddTo(types, entry, row => row.Network, row => row.ProposalId);
        LedgerFields.AddAccount(types, entry, row => row.Voter, required: true);
    }

    private static void AddDelegation(ProductTypes types)
    {
        var delegation = types.Governance.Delegation;
        delegation.Add(row => row.Network);
        delegation.Add(row => row.Scope);
        delegation.Add(row => row.Delegator);
        delegation.Add(row => row.Delegate);
        delegation.Add(row => row.Balance);
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
            vote.Add(weight);
        }

        vote.Type.Computed(
                "weight",
                types.Words.Pha.NonNull(),
                row => $"({string.Join(" + ", weights.Select(weight => vote.Map.Of(row).Column(weight)))})",
                Weight
            )
            .Filterable()
            .Sortable()
            .Summable();
    }
}
