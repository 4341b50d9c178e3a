using Indexer.Simulator;
using Xunit;

namespace Indexer.TestKit.Governance;

/// <summary>Compares an index of a simulated parachain with the chain's own books.</summary>
public static class GovernanceComparison
{
    /// <summary>Compares everything after a block, and checks that the votes add up to the tallies.</summary>
    public static void Check(ulong seed, SimulatedParachain chain, long height, GovernanceModel model)
    {
        var (books, view) = (chain.BooksAt(height).Governance, model.At(height));
        foreach (var subject in Subject.All)
        {
            Check($"{subject} of seed {seed}, {chain.Name}, block {height}", subject.Differences(books, view));
        }

        Check($"sums of votes of seed {seed}, {chain.Name}, block {height}", Tallies.Differences(view));
    }

    /// <summary>Compares one subject after a block.</summary>
    public static void Check(
        ulong seed,
        SimulatedParachain chain,
        long height,
        GovernanceModel model,
        Subject subject
    ) =>
        Check(
            $"{subject} of seed {seed}, {chain.Name}, block {height}",
            subject.Differences(chain.BooksAt(height).Governance, model.At(height))
        );

    private static void Check(string what, IReadOnlyList<string> differences) =>
        Assert.True(differences.Count == 0, $"{what}:\n{string.Join('\n', differences)}");
}
