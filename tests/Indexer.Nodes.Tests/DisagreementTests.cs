using System.Text.Json.Nodes;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>
/// Above the finalized block, where all headers are read: of two endpoints one leaves logs out; what the other has is indexed, and that
/// they differ is kept.
/// </summary>
public sealed class DisagreementTests
{
    [Fact]
    public async Task Who_leaves_logs_out_is_caught_by_the_other_and_named()
    {
        await using var node = await AnvilNode.StartAsync();
        var lab = await PhalaLab.DeployAsync(node, rewardRate: 0, unlockPeriod: 10, holders: 2);
        for (var amount = 1; amount <= 20; amount++)
        {
            await lab.DepositAsync(lab.Accounts[1 + (amount % 2)], amount * PhalaLab.OnePha);
        }

        await using var liar = await LyingProxy.StartAsync(node);
        liar.Bend = (method, _, result) => method == "eth_getLogs" ? new JsonArray() : result;
        await using var honest = await ChainIndex.CreateAsync();
        await using var troubled = await ChainIndex.CreateAsync();
        var network = ChainIndex.Network(lab);
        await using (var following = honest.Follow(network))
        {
            await following.UntilHeadAsync(node);
        }

        await using (var following = troubled.Follow(network with { Endpoints = [liar.Http, node.Http] }))
        {
            await following.UntilHeadAsync(node);
        }

        Assert.Equal((await honest.RowsAsync<StakeEvent>()).Count, (await troubled.RowsAsync<StakeEvent>()).Count);
        Assert.Empty(await honest.RowsAsync<Disagreement>());
        var seen = await troubled.RowsAsync<Disagreement>();
        Assert.NotEmpty(seen);
        Assert.All(
            seen,
            row => Assert.Equal(("ethereum", "eth_getLogs", "no logs"), (row.Network, row.Subject, row.RefusedAnswer))
        );
        Assert.All(seen, row => Assert.Equal((Name(node.Http), Name(liar.Http)), (row.Taken, row.Refused)));
        var told = await troubled.AskAsync(
            "{ network(name: \"ethereum\") { disagreements { height subject taken takenAnswer refused refusedAnswer seenTime } } }"
        );
        Assert.Equal(
            seen.Select(row => row.Height).Order(),
            told.GetProperty("network")
                .GetProperty("disagreements")
                .EnumerateArray()
                .Select(row => row.GetProperty("height").GetInt64())
        );
    }

    private static string Name(Uri endpoint) => endpoint.GetLeftPart(UriPartial.Authority);
}
