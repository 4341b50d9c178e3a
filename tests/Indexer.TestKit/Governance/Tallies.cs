using Indexer.Domain;
using static Indexer.TestKit.BookText;

namespace Indexer.TestKit.Governance;

/// <summary>The votes that count add up to the tally, and the tally to what the chain states, or a stored row names the difference.</summary>
public static class Tallies
{
    private static readonly ProposalSystem[] Voted =
    [
        ProposalSystem.Referendum,
        ProposalSystem.CouncilMotion,
        ProposalSystem.TechnicalCommitteeMotion,
    ];

    /// <summary>The tallies for which it does not hold, one line each.</summary>
    public static IReadOnlyList<string> Differences(GovernanceView view)
    {
        var reconciled = view.Rows<Reconciliation>().ToLookup(row => row.ProposalId);
        return [.. view.Proposals(Voted).SelectMany(one => Differences(view, one.State, reconciled[one.Proposal.Id]))];
    }

    private static IEnumerable<string> Differences(
        GovernanceView view,
        ProposalState state,
        IEnumerable<Reconciliation> reconciled
    )
    {
        var votes = view.VotesOn(state.ProposalId).Where(vote => vote.Counts).ToList();
        if (state.Voters != votes.Count)
        {
            yield return Line(state.ProposalId, "voters", state.Voters, votes.Count);
        }

        (string Name, Pha Tally, Pha Sum, Pha? Stated, ReconciliationCheck Check)[] sums =
        [
            ("ayes", state.Ayes, Sum(votes.Select(vote => vote.Ayes)), state.StatedAyes, ReconciliationCheck.Ayes),
            ("nays", state.Nays, Sum(votes.Select(vote => vote.Nays)), state.StatedNays, ReconciliationCheck.Nays),
            (
                "turnout",
                state.Turnout,
                Sum(votes.Select(vote => vote.Balance + vote.DelegatedBalance)),
                state.StatedTurnout,
                ReconciliationCheck.Turnout
            ),
        ];
        foreach (var (name, tally, sum, stated, check) in sums)
        {
            if (tally != sum)
            {
                yield return Line(state.ProposalId, name, "tally", tally, "sum of votes", sum);
            }

            var row = reconciled.LastOrDefault(row => row.Check == check);
            var isExplained = row is { Reason: { } reason } && reason != "unexplained" && row.Found == tally;
            if (stated is { } figure && figure != tally && !isExplained)
            {
                yield return Line(state.ProposalId, name, "tally", tally, "stated", figure, "without a named reason");
            }
        }
    }

    private static Pha Sum(IEnumerable<Pha> parts) => parts.Aggregate(Pha.Zero, (sum, part) => sum + part);
}
