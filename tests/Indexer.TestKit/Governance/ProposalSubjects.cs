using Indexer.Domain;
using Indexer.Simulator;
using static Indexer.TestKit.BookText;

namespace Indexer.TestKit.Governance;

/// <summary>What waits to become a referendum, and the course of every proposal.</summary>
public static class ProposalSubjects
{
    /// <summary>Public proposals, those who back them and what became of them.</summary>
    public static Subject PublicProposals { get; } =
        new(
            "public proposals",
            books =>
                books.PublicProposals.Select(one =>
                    Line(
                        IdOf(one),
                        one.State switch
                        {
                            "Proposed" => ProposalStatus.Active,
                            "Tabled" => ProposalStatus.Tabled,
                            _ => ProposalStatus.Cancelled,
                        },
                        one.ProposalHash,
                        one.State == "Proposed" ? one.Deposit.Pha() * one.Depositors.Count : 0,
                        one.Proposer,
                        one.Referendum is { } referendum ? $"referendum/{referendum}" : "-",
                        string.Join(',', one.Depositors)
                    )
                ),
            view =>
                from one in view.Proposals(ProposalSystem.PublicProposal)
                let depositors = view.StepsOf(one.Proposal.Id)
                    .Where(step => step.Kind is ProposalEventKind.Proposed or ProposalEventKind.Backed)
                    .Select(step => step.Account)
                select Line(
                    one.Proposal.Id,
                    one.State.Status,
                    one.State.Hash,
                    one.State.Deposit?.Units,
                    one.Proposal.Proposer,
                    ReferendumOf(view, one.Proposal.Id),
                    string.Join(',', depositors)
                )
        );

    /// <summary>Proposals of the council and what became of them.</summary>
    public static Subject ExternalProposals { get; } =
        new(
            "external proposals",
            books =>
                books.ExternalProposals.Select(one =>
                    Line(
                        one.Steps[0].Height,
                        one.State switch
                        {
                            "Waiting" => ProposalStatus.Active,
                            "Tabled" or "FastTracked" => ProposalStatus.Tabled,
                            "Vetoed" => ProposalStatus.Vetoed,
                            _ => ProposalStatus.Cancelled,
                        },
                        one.Threshold,
                        one.ProposalHash,
                        one.Referendum is { } referendum ? $"referendum/{referendum}" : "-"
                    )
                ),
            view =>
                view.Proposals(ProposalSystem.ExternalProposal)
                    .Select(one =>
                        Line(
                            one.Proposal.Height,
                            one.State.Status,
                            one.State.Threshold,
                            one.State.Hash,
                            ReferendumOf(view, one.Proposal.Id)
                        )
                    )
        );

    /// <summary>The course of every referendum, public proposal and motion, event by event.</summary>
    public static Subject Courses { get; } =
        new(
            "timelines",
            books =>
                books
                    .Referenda.SelectMany(one => Steps(ReferendumSubjects.IdOf(one), one.Steps))
                    .Concat(books.PublicProposals.SelectMany(one => Steps(IdOf(one), one.Steps)))
                    .Concat(books.Motions.SelectMany(one => Steps(CollectiveSubjects.IdOf(one), one.Steps))),
            view =>
                from one in view.Proposals(
                    ProposalSystem.Referendum,
                    ProposalSystem.PublicProposal,
                    ProposalSystem.CouncilMotion,
                    ProposalSystem.TechnicalCommitteeMotion
                )
                from step in view.StepsOf(one.Proposal.Id)
                where step.Kind is not (ProposalEventKind.TextChanged or ProposalEventKind.DepositSlashed)
                where step.Kind != ProposalEventKind.Blacklisted || one.Proposal.System != ProposalSystem.Referendum
                select Line(one.Proposal.Id, step.Height, step.Index, step.Kind)
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Subject> All { get; } = [PublicProposals, ExternalProposals, Courses];

    private static string IdOf(PublicProposalBook proposal) => $"public-proposal/{proposal.Index}";

    private static string ReferendumOf(GovernanceView view, string proposalId) =>
        view.Rows<ProposalLink>()
            .SingleOrDefault(link => link.ProposalId == proposalId && link.Kind == ProposalLinkKind.BecameReferendum)
            ?.TargetId
        ?? "-";

    private static IEnumerable<string> Steps(string id, IReadOnlyList<GovernanceStep> steps) =>
        steps.Select(step => Line(id, step.Height, step.EventIndex, KindOf(step.What)));

    private static ProposalEventKind KindOf(string what) =>
        what[(what.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
        {
            "Seconded" => ProposalEventKind.Backed,
            "NotPassed" or "Disapproved" => ProposalEventKind.Rejected,
            "Approved" => ProposalEventKind.Passed,
            "ProposalCanceled" => ProposalEventKind.Cancelled,
            "Dispatched" or "CallUnavailable" or "PreimageMissing" or "PreimageInvalid" => ProposalEventKind.Executed,
            var same => Enum.Parse<ProposalEventKind>(same),
        };
}
