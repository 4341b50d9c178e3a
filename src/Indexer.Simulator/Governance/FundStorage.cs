using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Governance;

/// <summary>The storage of the treasury, bounties, tips and elections; null where the chain has none.</summary>
internal static class FundStorage
{
    public static object? Value(GovernanceState state, StorageCell cell) =>
        (cell.Pallet, cell.Item) switch
        {
            ("Treasury", "ProposalCount") => (uint)state.TreasuryProposals.Count,
            ("Treasury", "Approvals") => state.TreasuryApprovals.Select(one => one.Index),
            ("Treasury", "Proposals") => Proposal(state.TreasuryProposals[(int)(uint)cell.First!]),
            ("Bounties", "BountyCount") => (uint)state.Bounties.Count,
            ("Bounties", "Bounties") => Bounty(state.Bounties[(int)(uint)cell.First!]),
            ("ChildBounties", "ChildBountyCount") => (uint)state.ChildBounties.Count,
            ("ChildBounties", "ChildBounties") => Child(state.ChildBounties[(int)(uint)cell.Second!]),
            ("Tips", "Tips") => Tip(state.Tips.FindLast(one => one.HashHex == (string)cell.First!)!),
            ("PhragmenElection", "Members") => state.Election.Members.Select(Seat),
            ("PhragmenElection", "RunnersUp") => state.Election.RunnersUp.Select(Seat),
            ("PhragmenElection", "Candidates") => state.Election.Candidates.Select(one =>
                new object?[] { one.Who, one.Deposit }
            ),
            ("PhragmenElection", "Voting") => state.Election.Voters.TryGetValue((AccountId)cell.First!, out var vote)
                ? new object?[] { (IReadOnlyList<AccountId>)[vote.Candidate], vote.Stake, VoterRules.Bond }
                : null,
            _ => throw new ArgumentException($"{cell} is no storage of governance.", nameof(cell)),
        };

    private static object?[]? Proposal(TreasuryProposal one) =>
        one.IsOpen ? [one.Proposer, one.Value, one.Beneficiary, one.Bond] : null;

    private static object?[]? Bounty(Bounty one) =>
        one.IsOver
            ? null
            : [one.Proposer, one.Value, one.Fee, one.CuratorDeposit, one.Bond, Status(one, isChild: false)];

    private static object?[]? Child(Bounty one) =>
        one.IsOver ? null : [one.Parent!.Index, one.Value, one.Fee, one.CuratorDeposit, Status(one, isChild: true)];

    private static ScaleChoice Status(Bounty one, bool isChild) =>
        one.State switch
        {
            "CuratorProposed" => new(one.State, one.Curator),
            "Active" when isChild => new(one.State, one.Curator),
            "Active" => new(one.State, one.Curator, (uint)one.UpdateDue),
            "PendingPayout" => new(one.State, one.Curator, one.Beneficiary, (uint)one.UnlockAt),
            _ => new(one.State),
        };

    private static object?[]? Tip(Tip one) =>
        one.IsOpen
            ?
            [
                one.ReasonHash,
                one.Who,
                one.Finder,
                one.Deposit,
                (uint?)one.Closes,
                one.Tips.Select(tip => new object?[] { tip.Key, tip.Value }),
                one.FindersFee,
            ]
            : null;

    private static object?[] Seat(SeatHolder one) => [one.Who, one.Stake, one.Deposit];
}
