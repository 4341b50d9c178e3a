namespace Indexer.Handlers;

/// <summary>
/// The names of fields that earlier runtimes left unnamed (all of Khala to spec 1080, some pallets for months more), as later
/// runtimes of the same chains name them: the one place where fields are told by their position. Handlers read names only.
/// Fields whose meaning changed along with the name are in the handler of the event.
/// </summary>
internal static class EarlierFieldNames
{
    private const string Lines = """
        Scheduler.Scheduled(when, index)
        Scheduler.Canceled(when, index)
        Scheduler.Dispatched(task, id, result)
        Scheduler.CallLookupFailed(task, id, error)
        Identity.IdentitySet(who)
        Identity.IdentityCleared(who, deposit)
        Identity.IdentityKilled(who, deposit)
        Identity.JudgementRequested(who, registrar_index)
        Identity.JudgementUnrequested(who, registrar_index)
        Identity.JudgementGiven(target, registrar_index)
        Identity.RegistrarAdded(registrar_index)
        Identity.SubIdentityAdded(sub, main, deposit)
        Identity.SubIdentityRemoved(sub, main, deposit)
        Identity.SubIdentityRevoked(sub, main, deposit)
        Democracy.Proposed(proposal_index, deposit)
        Democracy.Tabled(proposal_index, deposit, depositors)
        Democracy.Started(ref_index, threshold)
        Democracy.Passed(ref_index)
        Democracy.NotPassed(ref_index)
        Democracy.Cancelled(ref_index)
        Democracy.Executed(ref_index, result)
        Democracy.Delegated(who, target)
        Democracy.Undelegated(account)
        Democracy.Vetoed(who, proposal_hash, until)
        Democracy.PreimageNoted(proposal_hash, who, deposit)
        Democracy.PreimageUsed(proposal_hash, provider, deposit)
        Democracy.PreimageInvalid(proposal_hash, ref_index)
        Democracy.PreimageMissing(proposal_hash, ref_index)
        Democracy.PreimageReaped(proposal_hash, provider, deposit, reaper)
        Democracy.Blacklisted(proposal_hash)
        Council.Proposed(account, proposal_index, proposal_hash, threshold)
        Council.Voted(account, proposal_hash, voted, yes, no)
        Council.Approved(proposal_hash)
        Council.Disapproved(proposal_hash)
        Council.Executed(proposal_hash, result)
        Council.MemberExecuted(proposal_hash, result)
        Council.Closed(proposal_hash, yes, no)
        TechnicalCommittee.Proposed(account, proposal_index, proposal_hash, threshold)
        TechnicalCommittee.Voted(account, proposal_hash, voted, yes, no)
        TechnicalCommittee.Approved(proposal_hash)
        TechnicalCommittee.Disapproved(proposal_hash)
        TechnicalCommittee.Executed(proposal_hash, result)
        TechnicalCommittee.MemberExecuted(proposal_hash, result)
        TechnicalCommittee.Closed(proposal_hash, yes, no)
        PhragmenElection.NewTerm(new_members)
        PhragmenElection.MemberKicked(member)
        PhragmenElection.Renounced(candidate)
        Treasury.Proposed(proposal_index)
        Treasury.Awarded(proposal_index, award, account)
        Treasury.Rejected(proposal_index, slashed)
        Bounties.BountyProposed(index)
        Bounties.BountyRejected(index, bond)
        Bounties.BountyBecameActive(index)
        Bounties.BountyAwarded(index, beneficiary)
        Bounties.BountyClaimed(index, payout, beneficiary)
        Bounties.BountyCanceled(index)
        Bounties.BountyExtended(index)
        Tips.NewTip(tip_hash)
        Tips.TipClosing(tip_hash)
        Tips.TipClosed(tip_hash, who, payout)
        Tips.TipRetracted(tip_hash)
        Tips.TipSlashed(tip_hash, finder, deposit)
        PhalaStakePool.PoolCreated(owner, pid)
        PhalaStakePool.PoolCommissionSet(pid, commission)
        PhalaStakePool.PoolCapacitySet(pid, cap)
        PhalaStakePool.PoolWorkerAdded(pid, worker)
        PhalaStakePool.Contribution(pid, user, amount)
        PhalaStakePool.Withdrawal(pid, user, amount)
        PhalaStakePool.RewardsWithdrawn(pid, user, amount)
        PhalaStakePool.PoolSlashed(pid, amount)
        PhalaStakePool.SlashSettled(pid, user, amount)
        PhalaStakePool.RewardDismissedNoShare(pid, amount)
        PhalaStakePool.RewardDismissedDust(pid, amount)
        PhalaStakePool.DustRemoved(user, amount)
        PhalaMining.MinerStarted(miner)
        PhalaMining.MinerStopped(miner)
        PhalaMining.MinerEnterUnresponsive(miner)
        PhalaMining.MinerExitUnresponsive(miner)
        PhalaMining.MinerExitUnresponive(miner)
        PhalaMining.MinerReclaimed(miner, original_stake, slashed)
        PhalaMining.MinerUnbound(miner, worker)
        PhalaMining.MinerSettled(miner, v_bits, payout_bits)
        PhalaMining.MinerSettlementDropped(miner, v, payout)
        """;

    private static readonly Dictionary<string, string[]> Names = Lines
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.TrimEnd(')').Split('('))
        .ToDictionary(
            line => line[0],
            line => line[1].Split(',', StringSplitOptions.TrimEntries),
            StringComparer.Ordinal
        );

    /// <summary>The names of an event's fields in order; null when it is not in the table.</summary>
    public static IReadOnlyList<string>? Of(string pallet, string name) => Names.GetValueOrDefault($"{pallet}.{name}");
}
