using System.Numerics;
using Indexer.Domain;
using Indexer.Evm.Abi;

namespace Indexer.Nodes.Tests;

/// <summary>What an index cannot understand stops its network with a reason that a person can act on.</summary>
public sealed class StoppedNetworkTests
{
    private const string Pretend = "pretend(address from, address to, uint256 value)";
    private static readonly AccountId Nobody = new(new byte[AccountId.EvmLength]);

    [Fact]
    public async Task Another_chain_id_stops_before_anything_is_written()
    {
        await using var node = await AnvilNode.StartAsync("--slots-in-an-epoch", "1");
        var lab = await PhalaLab.DeployAsync(node, PhalaLab.OnePha, unlockPeriod: 10, holders: 1);
        await using var index = await ChainIndex.CreateAsync();
        var before = await index.DumpAsync();

        var end = await index.RunAsync(ChainIndex.Network(lab) with { ChainId = 1 });

        Assert.Equal(IngestionState.Stopped, end.State);
        Assert.Equal(
            $"ethereum: {node.Http.GetLeftPart(UriPartial.Authority)} serves chain id 31337, configured is chainId 1.",
            end.Reason
        );
        // That it stopped, and why, is all that is written.
        var written = Assert.Single((await index.DumpAsync()).Except(before, StringComparer.Ordinal));
        Assert.StartsWith("ingestion_status ", written, StringComparison.Ordinal);
        Assert.Contains("serves chain id 31337", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_event_stops_its_network_before_the_block_and_no_other()
    {
        await using var node = await AnvilNode.StartAsync();
        var lab = await PhalaLab.DeployAsync(node, PhalaLab.OnePha, unlockPeriod: 10, holders: 1);
        var network = ChainIndex.Network(lab);
        var other = network with
        {
            Name = "other",
            Contracts = new Dictionary<AccountId, string> { [lab.Claimer] = "khala-claimer" },
        };
        await using var index = await ChainIndex.CreateAsync();
        await using var following = index.Follow(network);
        await using var otherFollowing = index.Follow(other);
        await lab.DepositAsync(lab.Accounts[1], 100 * PhalaLab.OnePha);
        await following.UntilHeadAsync(node);

        var receipt = await node.SendAsync(lab.Accounts[1], lab.Vault, "surprise()");

        var end = await following.Ended;
        var block = Convert.ToInt64(receipt.GetProperty("blockNumber").GetString(), 16);
        var topic = Convert.ToHexStringLower(AbiEvent.Parse("Surprise(uint256 value)").Topic0);
        Assert.Equal(IngestionState.Stopped, end.State);
        Assert.Contains(
            $"pha-vault.0x{topic} at log 0 of block {block} (contract ",
            end.Reason,
            StringComparison.Ordinal
        );
        Assert.Contains(receipt.GetProperty("transactionHash").GetString()!, end.Reason, StringComparison.Ordinal);
        Assert.Equal(block - 1, end.Cursor!.Height);

        await lab.FundAsync(lab.Claimer, 5, 6);
        await otherFollowing.UntilHeadAsync(node);
        Assert.Equal("other", Assert.Single(await index.RowsAsync<ClaimFunding>()).Network);

        // A start does not pass over it either.
        var again = await index.Follow(network).Ended;
        Assert.Equal(
            (end.State, end.Reason, end.Cursor),
            (again.State, again.Reason, again.Cursor! with { Hash = end.Cursor.Hash })
        );
        var status = (await index.RowsAsync<IngestionStatus>()).Single(row => row.Network == "ethereum");
        Assert.Equal((IngestionState.Stopped, end.Reason), (status.State, status.Reason));
    }

    [Fact]
    public async Task An_amount_beyond_all_PHA_stops_the_network_and_names_the_log()
    {
        var end = await PretendAsync(BigInteger.Pow(2, 255));

        Assert.Contains("Transfer.value of log 0 of block ", end, StringComparison.Ordinal);
        Assert.Contains($"is {BigInteger.Pow(2, 255)}, far beyond the supply of PHA", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amounts_whose_sum_is_beyond_all_PHA_stop_the_network_and_name_the_log()
    {
        var end = await PretendAsync(BigInteger.Pow(2, 126), BigInteger.Pow(2, 126));

        Assert.Contains("Transfer in log 0 of block ", end, StringComparison.Ordinal);
        Assert.Contains("far beyond the supply of PHA", end, StringComparison.Ordinal);
    }

    /// <summary>Follows a vault that announces these shares to one account, until the network stops at the last.</summary>
    private static async Task<string> PretendAsync(params BigInteger[] shares)
    {
        await using var node = await AnvilNode.StartAsync();
        var lab = await PhalaLab.DeployAsync(node, PhalaLab.OnePha, unlockPeriod: 10, holders: 1);
        await using var index = await ChainIndex.CreateAsync();
        await using var following = index.Follow(ChainIndex.Network(lab));
        await lab.DepositAsync(lab.Accounts[1], 100 * PhalaLab.OnePha);
        foreach (var value in shares)
        {
            await following.UntilHeadAsync(node);
            await node.SendAsync(lab.Accounts[1], lab.Vault, Pretend, Nobody, lab.Accounts[1], value);
        }

        var end = await following.Ended;
        var head = Convert.ToInt64((await node.Rpc.CallAsync("eth_blockNumber", [])).GetString(), 16);
        Assert.Equal((IngestionState.Stopped, head - 1), (end.State, end.Cursor!.Height));
        Assert.DoesNotContain('\n', end.Reason!);
        return end.Reason!;
    }
}
