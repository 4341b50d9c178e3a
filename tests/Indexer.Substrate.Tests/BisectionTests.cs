using FsCheck;
using FsCheck.Fluent;
using Indexer.Substrate.Chain;

namespace Indexer.Substrate.Tests;

public sealed class BisectionTests
{
    [Fact]
    public async Task Changes_far_apart_take_few_questions_in_few_rounds()
    {
        long[] changes = [0, 414_189, 414_190, 2_000_000, 7_918_688];
        var (found, questions, rounds) = await FindAsync(changes, 0, 9_000_000);
        Assert.Equal(changes, found);
        Assert.InRange(rounds, 20, 26);
        Assert.InRange(questions, 40, 5 * 24);
    }

    [Fact]
    public void All_changes_are_found() =>
        Prop.ForAll<PositiveInt[], PositiveInt>(
                async (steps, length) =>
                {
                    long[] changes = [0, .. steps.Select(step => (long)step.Get).Distinct().Order()];
                    var (found, _, _) = await FindAsync(changes, 0, length.Get);
                    return found.SequenceEqual(changes.Where(change => change <= length.Get));
                }
            )
            .QuickCheckThrowOnFailure();

    private static async Task<(IEnumerable<long> Found, int Questions, int Rounds)> FindAsync(
        long[] changes,
        long from,
        long to
    )
    {
        var (questions, rounds) = (0, 0);
        var found = await Bisection.ChangesAsync(
            from,
            to,
            positions =>
            {
                rounds++;
                questions += positions.Count;
                return Task.FromResult<IReadOnlyList<int>>([
                    .. positions.Select(position => changes.Count(change => change <= position)),
                ]);
            }
        );
        Assert.Equal(found.Keys.Select(position => changes.Count(change => change <= position)), found.Values);
        return (found.Keys, questions, rounds);
    }
}
