using Indexer.Domain;
using Indexer.Simulator;
using static Indexer.TestKit.BookText;

namespace Indexer.TestKit.Governance;

/// <summary>The council and the technical committee.</summary>
public static class CollectiveSubjects
{
    /// <summary>Motions and what became of them.</summary>
    public static Subject Motions { get; } =
        new(
            "motions",
            books =>
                books.Motions.Select(one =>
                    Line(
                        IdOf(one),
                        one.State switch
                        {
                            "Proposed" => ProposalStatus.Active,
                            "Executed" => ProposalStatus.Executed,
                            "Failed" => ProposalStatus.Failed,
                            _ => ProposalStatus.Rejected,
                        },
                        one.ProposalHash,
                        Members(one.Threshold),
                        Members((uint)one.Ayes.Count),
                        Members((uint)one.Nays.Count),
                        one.Proposer,
                        // Of a motion that is closed in its own block the chain keeps no end.
                        one.State == "Proposed"
                        || one.Steps.Any(step => step.Height > one.Steps[0].Height)
                            ? one.End
                            : null,
                        one.Error
                    )
                ),
            view =>
                from one in Of(view)
                let carriedOut = view.StepsOf(one.Proposal.Id)
                    .LastOrDefault(step => step.Kind == ProposalEventKind.Executed)
                select Line(
                    one.Proposal.Id,
                    one.State.Status,
                    one.State.Hash,
                    one.State.Quorum?.Units,
                    one.State.Ayes.Units,
                    one.State.Nays.Units,
                    one.Proposal.Proposer,
                    one.State.EndHeight,
                    // The books know an error by its name, without its pallet.
                    carriedOut?.Error?.Split('.')[^1]
                )
        );

    /// <summary>How each member votes on each motion.</summary>
    public static Subject MotionVotes { get; } =
        new(
            "votes on motions",
            books =>
                books.Motions.SelectMany(one =>
                    one.Ayes.Select(member => Line(IdOf(one), member, VoteChoice.Aye))
                        .Concat(one.Nays.Select(member => Line(IdOf(one), member, VoteChoice.Nay)))
                ),
            view =>
                from one in Of(view)
                from vote in view.VotesOn(one.Proposal.Id)
                select Line(vote.ProposalId, vote.Voter, vote.Choice)
        );

    /// <summary>All votes that members ever cast on motions.</summary>
    public static Subject MotionVoteHistory { get; } =
        new(
            "history of votes on motions",
            books =>
                from motion in books.Motions
                from vote in motion.History
                select Line(
                    IdOf(motion),
                    vote.Height,
                    vote.EventIndex,
                    vote.Member,
                    vote.Aye ? VoteChoice.Aye : VoteChoice.Nay
                ),
            view =>
                from one in Of(view)
                join vote in view.Rows<VoteEvent>() on one.Proposal.Id equals vote.ProposalId
                where vote.Action != VoteAction.Removed
                select Line(vote.ProposalId, vote.Height, vote.Index, vote.Voter, vote.Choice)
        );

    /// <summary>The chain's own count at the close of each motion, compared; more than our sum are the votes of absent members.</summary>
    public static Subject MotionCloses { get; } =
        new(
            "counts at the close of motions",
            books =>
                from motion in books.Motions
                where motion.Yes is not null
                from row in new (ReconciliationCheck Check, uint Stated, int Found)[]
                {
                    (ReconciliationCheck.Ayes, motion.Yes!.Value, motion.Ayes.Count),
                    (ReconciliationCheck.Nays, motion.No!.Value, motion.Nays.Count),
                }
                select Line(
                    IdOf(motion),
                    row.Check,
                    Members(row.Stated),
                    Members((uint)row.Found),
                    row.Stated == row.Found ? "-" : "default votes of absent members"
                ),
            view =>
                from one in Of(view)
                join row in view.Rows<Reconciliation>() on one.Proposal.Id equals row.ProposalId
                select Line(row.ProposalId, row.Check, row.Stated.Units, row.Found.Units, row.Reason ?? "-")
        );

    /// <summary>
    /// Who sits in the collectives. No event states the members that genesis made; the first motion, election or departure
    /// reads them.
    /// </summary>
    public static Subject Seats { get; } =
        new(
            "members",
            books =>
                from collective in books.Collectives
                where
                    books.Motions.Any(motion => motion.Collective == collective.Key)
                    || (collective.Key == "Council" && (books.Terms.Count > 0 || SomebodyLeft(books)))
                from member in collective.Value.Members
                select Line(collective.Key, member),
            view =>
                view.States<CollectiveMember>()
                    .Where(seat => seat.Role == CollectiveRole.Member)
                    .Select(seat => Line(seat.Body, seat.Account))
        );

    /// <summary>The stake that elected each member and runner-up of the council; those whom genesis made have none.</summary>
    public static Subject Backing { get; } =
        new(
            "backing of the council",
            books =>
                from role in new[] { CollectiveRole.Member, CollectiveRole.RunnerUp }
                from one in (role == CollectiveRole.Member ? books.Elected?.Members : books.Elected?.RunnersUp) ?? []
                where one.Stake > 0
                select Line(role, one.Who, Pha.FromLegacy(one.Stake).Units),
            view =>
                view.States<CollectiveMember>()
                    .Where(seat => seat.Body == CollectiveBody.Council && seat.Role != CollectiveRole.Candidate)
                    .Where(seat => seat.Backing.Units > 0)
                    .Select(seat => Line(seat.Role, seat.Account, seat.Backing.Units))
        );

    /// <summary>Who stands for the council; those whom an election did not choose stand no more.</summary>
    public static Subject Candidates { get; } =
        new(
            "candidates for the council",
            books => (books.Elected?.Candidates ?? []).Select(who => Line(CollectiveRole.Candidate, who)),
            view =>
                view.States<CollectiveMember>()
                    .Where(seat => seat.Role == CollectiveRole.Candidate)
                    .Select(seat => Line(seat.Role, seat.Account))
        );

    /// <summary>Who votes for whom in the elections of the council, and with how much.</summary>
    public static Subject ElectionVotes { get; } =
        new(
            "votes in the elections of the council",
            books => books.ElectionVotes.Select(one => Line(one.Who, one.Candidate, Pha.FromLegacy(one.Stake).Units)),
            view => view.States<ElectionVote>().Select(vote => Line(vote.Voter, vote.Candidates, vote.Stake.Units))
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [Motions, MotionVotes, MotionVoteHistory, MotionCloses, Seats, Backing, Candidates, ElectionVotes];

    internal static string IdOf(MotionBook motion) =>
        motion.Collective == "Council" ? $"council/{motion.Index}" : $"technical-committee/{motion.Index}";

    private static IEnumerable<(Proposal Proposal, ProposalState State)> Of(GovernanceView view) =>
        view.Proposals(ProposalSystem.CouncilMotion, ProposalSystem.TechnicalCommitteeMotion);

    private static bool SomebodyLeft(GovernanceBooks books) =>
        books.Calls.Any(call =>
            call is { Call: "PhragmenElection.renounce_candidacy" or "PhragmenElection.remove_member", Error: null }
        );

    private static Int128 Members(uint count) => Pha.UnitsPerPha * count;
}
