using Indexer.Domain;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>A network that is followed while it is live, until its story ends.</summary>
internal static class Following
{
    /// <summary>Follows the network to its last block, then looks once more as a restarted program would.</summary>
    /// <param name="index">Where it is indexed.</param>
    /// <param name="network">The network.</param>
    /// <param name="act">Called after every step with whether the index stands at the head.</param>
    public static async Task FollowAsync(this SimulatedIndex index, SimulatedNetwork network, Action<bool> act)
    {
        using var end = new CancellationTokenSource();
        var settings = index.Network(network.Name);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            index.RunAsync(
                [settings],
                untilHead: false,
                progress =>
                {
                    Assert.NotEqual(IngestionState.Stopped, progress.State);
                    var isCaughtUp =
                        progress.State == IngestionState.Live
                        && progress.Cursor is { } cursor
                        && cursor.Height == network.Head
                        && "0x" + Convert.ToHexStringLower(cursor.Hash) == network.HashAt(cursor.Height);
                    if (isCaughtUp && network.Head == network.LastBlock)
                    {
                        end.Cancel();
                    }

                    act(isCaughtUp);
                },
                end.Token
            )
        );
        var again = Assert.Single(
            await index.RunAsync([settings], untilHead: true, hear: null, CancellationToken.None)
        );
        Assert.Null(again.Reason);
    }
}
