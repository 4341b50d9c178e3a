using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaWrappedBalances;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// What votes weigh, as in pallet_democracy: without conviction a tenth, rounded down, else as many times the balance as the
/// conviction says. A standard vote carries the delegations to its voter, a split vote none; the parts of a split
/// vote have no conviction. The turnout counts every balance once.
/// </summary>
internal static class Votes
{
    /// <summary>Where delegations of Democracy hold.</summary>
    public const string Scope = "democracy";

    /// <summary>The weight of a balance.</summary>
    public static Pha Weight(Pha balance, int conviction) =>
        conviction == 0
            ? Pha.FromLegacy((UInt128)balance.ToLegacy() / 10)
            : new Pha(checked(balance.Units * conviction));

    /// <summary>The conviction of a vote byte or of the case of the enum Conviction (None, Locked1x to Locked6x).</summary>
    public static int Conviction(EventVariant conviction) =>
        conviction.Name == "None" ? 0 : conviction.Name["Locked".Length] - '0';

    /// <summary>With what an account votes: the account of the wrapped balances for all their holders.</summary>
    public static VoteKind KindOf(AccountId voter) =>
        voter == WrappedBalancesAccount.Id ? VoteKind.Aggregate : VoteKind.Direct;

    /// <summary>The event of a vote with the delegations to the voter.</summary>
    public static VoteEvent Cast(NetworkState state, uint referendum, AccountId voter, EventVariant vote)
    {
        var proposalId = state.Governance.Proposal(ProposalIds.Referendum(referendum)).ProposalId;
        var kind = KindOf(voter);
        var row = new VoteEvent
        {
            ProposalId = proposalId,
            Voter = voter,
            Kind = kind,
            Action = state.Governance.Votes.Find((proposalId, voter, kind)) is null
                ? VoteAction.Cast
                : VoteAction.Replaced,
            Choice = VoteChoice.Split,
            Conviction = 0,
        };
        if (vote.Name == "Split")
        {
            var (aye, nay) = (vote.Fields.Balance("aye"), vote.Fields.Balance("nay"));
            return row with { Balance = aye + nay, Ayes = Weight(aye, 0), Nays = Weight(nay, 0) };
        }

        var stated = vote.Fields.U32("vote");
        var (isAye, conviction) = ((stated & 0x80) != 0, (int)(stated & 0x7f));
        var balance = vote.Fields.Balance("balance");
        var delegated = DelegatedTo(state, voter);
        var weight = Weight(balance, conviction) + delegated.Weight;
        return row with
        {
            Choice = isAye ? VoteChoice.Aye : VoteChoice.Nay,
            Balance = balance,
            Conviction = conviction,
            Ayes = isAye ? weight : Pha.Zero,
            Nays = isAye ? Pha.Zero : weight,
            DelegatedWeight = delegated.Weight,
            DelegatedBalance = delegated.Balance,
        };
    }

    /// <summary>What is delegated to an account.</summary>
    public static (Pha Weight, Pha Balance) DelegatedTo(NetworkState state, AccountId account)
    {
        var (weight, balance) = (Pha.Zero, Pha.Zero);
        foreach (var delegation in state.Governance.DelegationsTo(Scope, account))
        {
            weight += Weight(delegation.Balance, delegation.Conviction ?? 0);
            balance += delegation.Balance;
        }

        return (weight, balance);
    }

    /// <summary>What a change of the delegations to an account does to its votes in open referenda.</summary>
    public static IEnumerable<Change> Redelegated(NetworkState state, AccountId account, Pha weight, Pha balance)
    {
        foreach (var vote in state.Governance.VotesOf(account))
        {
            if (
                vote is { Kind: VoteKind.Direct, Choice: VoteChoice.Aye or VoteChoice.Nay }
                && vote.ProposalId.StartsWith("referendum/", StringComparison.Ordinal)
                && state.Governance.Proposal(vote.ProposalId).IsOpen
            )
            {
                var isAye = vote.Choice == VoteChoice.Aye;
                yield return Of(vote, VoteAction.DelegationChanged) with
                {
                    Ayes = isAye ? vote.Ayes + weight : Pha.Zero,
                    Nays = isAye ? Pha.Zero : vote.Nays + weight,
                    DelegatedWeight = vote.DelegatedWeight + weight,
                    DelegatedBalance = vote.DelegatedBalance + balance,
                };
            }
        }
    }

    /// <summary>The end of a vote: it counts no more while its referendum goes on, and only frees its balance afterwards.</summary>
    public static IEnumerable<Change> Remove(NetworkState state, string proposalId, AccountId voter)
    {
        var isOpen = state.Governance.Proposal(proposalId).IsOpen;
        var vote =
            state.Governance.Votes.Find((proposalId, voter, KindOf(voter)))
            ?? throw new UnknownProposalException(
                $"{voter} removed its vote on {proposalId}, which no indexed event states. Index from before it (startBlock)."
            );
        yield return isOpen
            ? new VoteEvent
            {
                ProposalId = proposalId,
                Voter = voter,
                Kind = vote.Kind,
                Action = VoteAction.Removed,
                Choice = vote.Choice,
            }
            : Of(vote, VoteAction.Unlocked);
    }

    /// <summary>An event that states a vote as it is.</summary>
    public static VoteEvent Of(Vote vote, VoteAction action) =>
        new()
        {
            ProposalId = vote.ProposalId,
            Voter = vote.Voter,
            Kind = vote.Kind,
            Action = action,
            Choice = vote.Choice,
            Balance = vote.Balance,
            Conviction = vote.Conviction,
            Ayes = vote.Ayes,
            Nays = vote.Nays,
            DelegatedWeight = vote.DelegatedWeight,
            DelegatedBalance = vote.DelegatedBalance,
        };
}
