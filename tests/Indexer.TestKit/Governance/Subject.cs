using Indexer.Simulator;

namespace Indexer.TestKit.Governance;

/// <summary>One thing that the books of a simulated chain and the index of it must agree on: each says it in lines.</summary>
/// <param name="Name">What it is, as a failure names it.</param>
/// <param name="InBooks">What the books say after a block.</param>
/// <param name="InModel">What the index says after the same block.</param>
public sealed record Subject(
    string Name,
    Func<GovernanceBooks, IEnumerable<string>> InBooks,
    Func<GovernanceView, IEnumerable<string>> InModel
)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [
        .. ReferendumSubjects.All,
        .. BallotSubjects.All,
        .. ProposalSubjects.All,
        .. CollectiveSubjects.All,
        .. FundSubjects.All,
    ];

    /// <summary>Whether the index may say more than the books, for the chain forgets.</summary>
    public bool IsPartOfModel { get; init; }

    /// <summary>What the index lacks and what it has beyond the books, one line each; none when both agree.</summary>
    public IReadOnlyList<string> Differences(GovernanceBooks books, GovernanceView view)
    {
        var expected = InBooks(books).Order(StringComparer.Ordinal).ToList();
        var found = InModel(view).Order(StringComparer.Ordinal).ToList();
        if (expected.SequenceEqual(found, StringComparer.Ordinal))
        {
            return [];
        }

        var lacks = Without(expected, found).Select(line => $"books: {line}");
        return IsPartOfModel ? [.. lacks] : [.. lacks, .. Without(found, expected).Select(line => $"index: {line}")];
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    /// <summary>The lines that are in one list more often than in the other.</summary>
    private static IEnumerable<string> Without(List<string> lines, List<string> others)
    {
        var left = others.CountBy(line => line).ToDictionary(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (left.GetValueOrDefault(line) is var count and > 0)
            {
                left[line] = count - 1;
            }
            else
            {
                yield return line;
            }
        }
    }
}
