using Indexer.Domain;
using Indexer.Simulator;
using static Indexer.TestKit.BookText;

namespace Indexer.TestKit.Governance;

/// <summary>The money of the treasury: requests, bounties, child bounties and tips.</summary>
public static class FundSubjects
{
    /// <summary>Requests to the treasury.</summary>
    public static Subject TreasuryProposals { get; } =
        new(
            "requests to the treasury",
            books =>
                books.TreasuryProposals.Select(one =>
                    Line(
                        IdOf(one),
                        one.State switch
                        {
                            "Proposed" => ProposalStatus.Pending,
                            "Approved" => ProposalStatus.Awarded,
                            "Awarded" => ProposalStatus.Paid,
                            _ => ProposalStatus.Rejected,
                        },
                        one.State is "Proposed" or "Approved" ? one.Bond.Pha() : 0,
                        one.Value.Pha(),
                        one.Beneficiary
                    )
                ),
            view =>
                view.Proposals(ProposalSystem.TreasuryProposal)
                    .Select(one =>
                        Line(
                            one.Proposal.Id,
                            one.State.Status,
                            one.State.Deposit?.Units,
                            one.State.Value?.Units,
                            one.State.Beneficiary
                        )
                    )
        );

    /// <summary>Bounties and child bounties.</summary>
    public static Subject Bounties { get; } =
        new(
            "bounties",
            books =>
                books
                    .Bounties.Concat(books.ChildBounties)
                    .Select(one =>
                        Line(
                            IdOf(one),
                            one.State switch
                            {
                                "Proposed" => ProposalStatus.Pending,
                                "Approved" => ProposalStatus.Passed,
                                "PendingPayout" => ProposalStatus.Awarded,
                                "Claimed" => ProposalStatus.Paid,
                                "Rejected" => ProposalStatus.Rejected,
                                "Canceled" => ProposalStatus.Cancelled,
                                _ => ProposalStatus.Active,
                            },
                            one.State is "Proposed" or "Approved" ? one.Bond.Pha() : 0,
                            one.Value.Pha(),
                            one.Beneficiary,
                            one.Description,
                            one.Proposer
                        )
                    ),
            view =>
                from one in view.Proposals(ProposalSystem.Bounty, ProposalSystem.ChildBounty)
                join text in view.States<ProposalText>() on one.Proposal.Id equals text.ProposalId
                select Line(
                    one.Proposal.Id,
                    one.State.Status,
                    one.State.Deposit?.Units,
                    one.State.Value?.Units,
                    one.State.Beneficiary,
                    text.Title,
                    one.Proposal.Proposer
                )
        );

    /// <summary>Tips.</summary>
    public static Subject Tips { get; } =
        new(
            "tips",
            books =>
                books.Tips.Select(one =>
                    Line(
                        one.Hash,
                        one.State switch
                        {
                            "Open" => ProposalStatus.Active,
                            "Closing" => ProposalStatus.Passed,
                            "Closed" => ProposalStatus.Paid,
                            _ => ProposalStatus.Cancelled,
                        },
                        one.State is "Open" or "Closing" ? one.Deposit.Pha() : 0,
                        one.Who,
                        one.Payout?.Pha(),
                        one.Reason
                    )
                ),
            view =>
                from one in view.Proposals(ProposalSystem.Tip)
                join text in view.States<ProposalText>() on one.Proposal.Id equals text.ProposalId
                select Line(
                    one.State.Hash,
                    one.State.Status,
                    one.State.Deposit?.Units,
                    one.State.Beneficiary,
                    one.State.Value?.Units,
                    text.Title
                )
        );

    /// <summary>What members tip. The chain forgets the tips of members who left; the index keeps them as steps.</summary>
    public static Subject Tippers { get; } =
        new(
            "tips of members",
            books => from tip in books.Tips from one in tip.Tips select Line(tip.Hash, one.Tipper, one.Value.Pha()),
            view =>
                // The last tip of a member counts.
                from one in view.Proposals(ProposalSystem.Tip)
                from steps in view.StepsOf(one.Proposal.Id)
                    .Where(step => step.Kind == ProposalEventKind.Backed)
                    .GroupBy(step => step.Account)
                select Line(one.State.Hash, steps.Key, steps.Last().Amount?.Units)
        )
        {
            IsPartOfModel = true,
        };

    /// <summary>
    /// The course of requests, bounties and tips, block by block. What members tip stands in <see cref="Tippers"/>; some steps have
    /// no event.
    /// </summary>
    public static Subject Courses { get; } =
        new(
            "timelines of funds",
            books =>
                books
                    .TreasuryProposals.SelectMany(one => Steps(IdOf(one), one.Steps))
                    .Concat(books.Bounties.Concat(books.ChildBounties).SelectMany(one => Steps(IdOf(one), one.Steps)))
                    .Concat(books.Tips.SelectMany(one => Steps($"tip/{one.Hash}", one.Steps))),
            view =>
                from one in view.Proposals(
                    ProposalSystem.TreasuryProposal,
                    ProposalSystem.Bounty,
                    ProposalSystem.ChildBounty,
                    ProposalSystem.Tip
                )
                from step in view.StepsOf(one.Proposal.Id)
                where
                    step.Kind
                        is not (
                            ProposalEventKind.Backed
                            or ProposalEventKind.TextChanged
                            or ProposalEventKind.DepositSlashed
                        )
                select Line(one.Proposal.Id, step.Height, step.Kind)
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Subject> All { get; } = [TreasuryProposals, Bounties, Tips, Tippers, Courses];

    private static string IdOf(TreasuryProposalBook request) => $"treasury/{request.Index}";

    private static string IdOf(BountyBook bounty) =>
        bounty.Parent is { } parent ? $"child-bounty/{parent}/{bounty.Index}" : $"bounty/{bounty.Index}";

    private static IEnumerable<string> Steps(string id, IReadOnlyList<GovernanceStep> steps) =>
        from step in steps
        let what = step.What[(step.What.IndexOf('.', StringComparison.Ordinal) + 1)..]
        where what != "tip"
        select Line(id, step.Height, KindOf(id, what));

    private static ProposalEventKind KindOf(string id, string what) =>
        what switch
        {
            "Proposed" or "BountyProposed" or "Added" or "NewTip" => ProposalEventKind.Proposed,
            "approve_bounty" => ProposalEventKind.Passed,
            "propose_curator" or "accept_curator" or "unassign_curator" => ProposalEventKind.CuratorChanged,
            "BountyBecameActive" => ProposalEventKind.Started,
            "BountyExtended" => ProposalEventKind.Extended,
            "approve_proposal" or "SpendApproved" or "BountyAwarded" => ProposalEventKind.Awarded,
            // The treasury awards what it pays, the bounties what can be claimed later.
            "Awarded" => id.StartsWith("treasury/", StringComparison.Ordinal)
                ? ProposalEventKind.Paid
                : ProposalEventKind.Awarded,
            "BountyClaimed" or "Claimed" or "TipClosed" => ProposalEventKind.Paid,
            "TipClosing" => ProposalEventKind.Closed,
            "Rejected" or "BountyRejected" => ProposalEventKind.Rejected,
            "BountyCanceled" or "Canceled" or "TipRetracted" or "TipSlashed" => ProposalEventKind.Cancelled,
            _ => throw new ArgumentException($"{what} is no step of {id}.", nameof(what)),
        };
}
