using System.Globalization;
using Indexer.Evm;

namespace Indexer.Nodes.Tests;

public sealed class LogBloomOnAnvilTests
{
    [Fact]
    public async Task The_filters_of_a_real_node_hold_the_logs_of_its_blocks()
    {
        await using var node = await AnvilNode.StartAsync();
        var lab = await PhalaLab.DeployAsync(node, PhalaLab.OnePha, unlockPeriod: 10, holders: 3);
        await lab.DepositAsync(lab.Accounts[1], PhalaLab.OnePha);
        var head = (await new EvmChain(node.Rpc, new EvmOptions()).GetHeadsAsync()).Latest.Height;
        var logs = (await node.Rpc.CallAsync("eth_getLogs", [new Dictionary<string, string> { ["fromBlock"] = "0x0" }]))
            .EnumerateArray()
            .ToList();
        var filled = new HashSet<string>();
        foreach (var log in logs)
        {
            var number = log.GetProperty("blockNumber").GetString()!;
            filled.Add(number);
            var bloom = await BloomAsync(node, number);
            Assert.True(LogBloom.Has(bloom, LogBloom.BitsOf(Bytes(log.GetProperty("address").GetString()!))));
            foreach (var topic in log.GetProperty("topics").EnumerateArray())
            {
                Assert.True(LogBloom.Has(bloom, LogBloom.BitsOf(Bytes(topic.GetString()!))));
            }
        }

        Assert.NotEmpty(filled);
        for (var height = 0; height <= head; height++)
        {
            var number = "0x" + height.ToString("x", CultureInfo.InvariantCulture);
            if (!filled.Contains(number))
            {
                Assert.False(LogBloom.Has(await BloomAsync(node, number), LogBloom.BitsOf(lab.Vault.Bytes)));
            }
        }
    }

    private static async Task<byte[]> BloomAsync(AnvilNode node, string number) =>
        Bytes(
            (await node.Rpc.CallAsync("eth_getBlockByNumber", [number, false])).GetProperty("logsBloom").GetString()!
        );

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.AsSpan(2));
}
