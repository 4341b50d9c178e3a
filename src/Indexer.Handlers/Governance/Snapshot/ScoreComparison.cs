using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Governance.Snapshot;

/// <summary>Compares final scores with our sums; a difference is named.</summary>
internal static class ScoreComparison
{
    private const int FloatingPointParts = 1_000_000_000;
    private const int MostNames = 3;

    public static IEnumerable<Reconciliation> Of(string proposalId, VoteCount count)
    {
        for (var choice = 1; choice <= count.Proposal.Scores.Count; choice++)
        {
            yield return Row(
                proposalId,
                count,
                count.IsBasic ? BasicCheck(choice) : ReconciliationCheck.ChoiceWeight,
                count.IsBasic ? 0 : choice,
                ("scores", count.Proposal.Scores[choice - 1].ToPha(), count.Tally[choice - 1])
            );
        }

        if (count.Proposal.ScoresTotal is { } total)
        {
            yield return Row(
                proposalId,
                count,
                ReconciliationCheck.Turnout,
                choice: 0,
                ("scores_total", total.ToPha(), count.Turnout)
            );
        }
    }

    private static ReconciliationCheck BasicCheck(int choice) =>
        choice switch
        {
            1 => ReconciliationCheck.Ayes,
            2 => ReconciliationCheck.Nays,
            _ => ReconciliationCheck.Abstains,
        };

    private static Reconciliation Row(
        string proposalId,
        VoteCount count,
        ReconciliationCheck check,
        int choice,
        (string Source, Pha Stated, Pha Found) figures
    ) =>
        new()
        {
            ProposalId = proposalId,
            Check = check,
            Choice = choice,
            Source = figures.Source,
            Stated = figures.Stated,
            Found = figures.Found,
            Reason = Reason(count, figures.Stated.ToBigInteger(), figures.Found.ToBigInteger()),
        };

    private static string? Reason(VoteCount count, BigInteger stated, BigInteger found)
    {
        if (count.Unreadable is [var first, ..])
        {
            var others = count.Unreadable.Count > 1 ? $" and {count.Unreadable.Count - 1} more" : "";
            return $"left out: the vote {first.Name}, which cannot be read ({first.Reason}){others}";
        }

        if (count.LeftOut.Count > 0)
        {
            var names = string.Join(", ", count.LeftOut.Take(MostNames));
            return $"left out: votes of {count.LeftOut.Count} accounts that are no EVM accounts ({names}{(count.LeftOut.Count > MostNames ? ", …" : "")})";
        }

        var difference = BigInteger.Abs(stated - found);
        return difference.IsZero ? null
            : difference * FloatingPointParts <= BigInteger.Max(BigInteger.Abs(stated), found)
            || difference * FloatingPointParts <= count.Turnout.ToBigInteger()
                ? "floating point of the source"
            : count.Proposal.VoteCount != count.Votes.Count
                ? $"the source counted {count.Proposal.VoteCount} votes and lists {count.Votes.Count}"
            : "the source's scores do not follow from the votes that it lists";
    }
}
