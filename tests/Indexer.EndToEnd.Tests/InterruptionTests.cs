using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests;

/// <summary>Runs that end early and are taken up again.</summary>
public sealed class InterruptionTests
{
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task A_run_interrupted_at_random_commits_leaves_what_an_uninterrupted_one_leaves(int seed)
    {
        await using var whole = await SimulatedIndex.IndexedAsync(World.Create((ulong)seed, WorldSize.Small));
        await using var pieces = await SimulatedIndex.CreateAsync(whole.World);
        var random = new Random(seed);
        var interruptions = 0;
        while (await IsInterruptedAsync(pieces, random.Next(4, 12)))
        {
            interruptions++;
        }

        Assert.True(interruptions > 1, $"{interruptions} interruptions");
        Assert.Equal(await whole.DumpAsync(), await pieces.DumpAsync());
    }

    [Fact]
    public async Task A_second_run_adds_nothing()
    {
        await using var index = await SimulatedIndex.IndexedAsync(World.Create(23, WorldSize.Small));
        var before = await index.DumpAsync();
        Assert.All(await index.RunAsync(), outcome => Assert.Null(outcome.Reason));
        Assert.Equal(before, await index.DumpAsync());
    }

    /// <summary>Runs until so many commits are told of.</summary>
    /// <returns>False when the run came to its end before.</returns>
    private static async Task<bool> IsInterruptedAsync(SimulatedIndex index, int commits)
    {
        using var end = new CancellationTokenSource();
        var heard = new HashSet<(string, long)>();
        try
        {
            await index.RunAsync(
                index.Networks,
                untilHead: true,
                progress =>
                {
                    if (progress.Cursor is { } cursor && heard.Add((progress.Network, cursor.Height)) && --commits == 0)
                    {
                        end.Cancel();
                    }
                },
                end.Token
            );
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
