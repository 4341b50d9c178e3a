using System.Text.Json.Nodes;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>Logs are proven by the receipts of their blocks (verifyReceipts), on a real EVM behind a proxy that lies.</summary>
public sealed class ReceiptProofTests
{
    private static readonly string Zeros = "0x" + new string('0', 64);

    [Fact]
    public async Task What_an_honest_node_answers_is_proven_and_the_index_is_the_same()
    {
        await using var node = await AnvilNode.StartAsync("--slots-in-an-epoch", "1");
        var (lab, _) = await LifeAsync(node);
        await using var proven = await ChainIndex.CreateAsync();
        await using var believed = await ChainIndex.CreateAsync();

        await proven.RunAsync(ChainIndex.Network(lab) with { VerifyReceipts = true });
        await believed.RunAsync(ChainIndex.Network(lab));

        var blocks = await proven.RowsAsync<Block>();
        Assert.All(blocks.Where(block => block.Events > 0), block => Assert.Equal(LogsProof.Receipts, block.LogsProof));
        Assert.All(await believed.RowsAsync<Block>(), block => Assert.Null(block.LogsProof));
        Assert.Equal(
            (await believed.DumpAsync()).Select(line =>
                line.Replace("\"logs_proof\": null", "", StringComparison.Ordinal)
            ),
            (await proven.DumpAsync()).Select(line =>
                line.Replace("\"logs_proof\": \"RECEIPTS\"", "", StringComparison.Ordinal)
                    .Replace("\"logs_proof\": \"BLOOM\"", "", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Blocks_that_are_not_final_are_proven_too()
    {
        await using var node = await AnvilNode.StartAsync();
        var lab = await PhalaLab.DeployAsync(node, rewardRate: 0, unlockPeriod: 10, holders: 1);
        await using var index = await ChainIndex.CreateAsync();
        await using var following = index.Follow(ChainIndex.Network(lab) with { VerifyReceipts = true });
        await lab.DepositAsync(lab.Accounts[1], 100 * PhalaLab.OnePha);
        await node.MineAsync(2);
        await following.UntilHeadAsync(node);
        await node.ReorgAsync(2);
        await lab.DepositAsync(lab.Accounts[1], 50 * PhalaLab.OnePha);
        await following.UntilHeadAsync(node);

        var blocks = (await index.RowsAsync<Block>()).Where(block => block.Height > 0).ToList();

        Assert.Contains(blocks, block => block is { Events: > 0, LogsProof: LogsProof.Receipts });
        Assert.Contains(blocks, block => block is { Events: 0, LogsProof: LogsProof.Bloom });
        Assert.DoesNotContain(blocks, block => block.LogsProof is null);
    }

    /// <summary>Each lie by name, and what the reason must say.</summary>
    public static TheoryData<string, string> Lies() =>
        new()
        {
            { "left out", "left out log" },
            { "all left out", "left out log" },
            { "forged", "it is forged" },
            { "altered", "it is altered" },
            { "in the receipts too", "receiptsRoot is" },
            { "hidden from the filter", "a header of block" },
            { "with a root of its own", "a header of block" },
        };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_node_that_lies_about_logs_is_caught(string lie, string reason)
    {
        await using var node = await AnvilNode.StartAsync("--slots-in-an-epoch", "1");
        var (lab, height) = await LifeAsync(node);
        await using var proxy = await LyingProxy.StartAsync(node);
        var block = $"0x{height:x}";
        var receipts = (await node.Rpc.CallAsync("eth_getBlockReceipts", [block])).EnumerateArray().ToList();
        var vault = $"{lab.Vault}";
        proxy.Bend = (method, parameters, result) => Lie(lie, block, vault, method, parameters, result);
        await using var index = await ChainIndex.CreateAsync();
        var network = ChainIndex.Network(lab) with { VerifyReceipts = true, Endpoints = [proxy.Http] };

        var end = await index.RunAsync(network);

        var hash = receipts[0].GetProperty("blockHash").GetString()!;
        Assert.Equal(IngestionState.Stopped, end.State);
        Assert.Contains(reason, end.Reason, StringComparison.Ordinal);
        Assert.Contains($"#{height} {hash}", end.Reason, StringComparison.Ordinal);
        Assert.StartsWith($"http://{proxy.Http.Authority} ", end.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(await index.RowsAsync<Block>(), row => row.Height >= height);

        // The same lies go through where nobody checks; an index that is told the truth again goes on.
        proxy.Bend = (_, _, result) => result;
        Assert.Equal(IngestionState.Live, (await index.RunAsync(network)).State);
    }

    /// <summary>Lies about one block, consistently over all that the node can be asked.</summary>
    private static JsonNode? Lie(
        string lie,
        string block,
        string vault,
        string method,
        JsonArray parameters,
        JsonNode? result
    )
    {
        switch (method)
        {
            case "eth_getLogs" when result is JsonArray logs:
                BendLogs(lie, block, logs);
                break;
            case "eth_getBlockReceipts" when parameters[0]!.GetValue<string>() == block && lie == "in the receipts too":
                result!
                    .AsArray()
                    .SelectMany(receipt => receipt!["logs"]!.AsArray())
                    .First(log => log!["address"]!.GetValue<string>() == vault)!["data"] = Zeros;
                break;
            case "eth_getBlockByNumber" when result!["number"]!.GetValue<string>() == block:
                if (lie == "hidden from the filter")
                {
                    result["logsBloom"] = "0x" + new string('0', 512);
                }
                else if (lie == "with a root of its own")
                {
                    result["receiptsRoot"] = Zeros;
                }

                break;
        }

        return result;
    }

    private static void BendLogs(string lie, string block, JsonArray logs)
    {
        var own = logs.Where(log => log!["blockNumber"]!.GetValue<string>() == block).ToList();
        if (own.Count == 0)
        {
            return;
        }

        switch (lie)
        {
            case "left out":
                logs.Remove(own[0]);
                break;
            case "all left out" or "hidden from the filter":
                own.ForEach(log => logs.Remove(log));
                break;
            case "forged":
                var more = own[^1]!.DeepClone();
                more["logIndex"] = "0x7";
                logs.Add(more);
                break;
            case "altered" or "in the receipts too" or "with a root of its own":
                own[0]!["data"] = Zeros;
                break;
        }
    }

    /// <summary>Some life in the vault, in final blocks, and the height of a deposit.</summary>
    private static async Task<(PhalaLab Lab, long Height)> LifeAsync(AnvilNode node)
    {
        var lab = await PhalaLab.DeployAsync(node, rewardRate: 0, unlockPeriod: 10, holders: 2);
        await lab.DepositAsync(lab.Accounts[1], 100 * PhalaLab.OnePha);
        await node.SendTogetherAsync([
            new LabCall(
                lab.Accounts[2],
                lab.Vault,
                "deposit(uint256 assets, address receiver)",
                20 * PhalaLab.OnePha,
                lab.Accounts[2]
            ),
            new LabCall(
                lab.Accounts[0],
                lab.Token,
                "mint(address to, uint256 value)",
                lab.Accounts[1],
                PhalaLab.OnePha
            ),
        ]);
        var receipt = await lab.DepositAsync(lab.Accounts[2], 30 * PhalaLab.OnePha);
        await lab.RedeemAsync(lab.Accounts[1], 40 * PhalaLab.OnePha);
        await node.MineAsync(20);
        return (lab, Convert.ToInt64(receipt.GetProperty("blockNumber").GetString(), 16));
    }
}
