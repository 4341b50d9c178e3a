using System.Numerics;
using Indexer.Domain;
using Indexer.Evm;
using Indexer.Evm.Abi;
using Indexer.JsonRpc;

namespace Indexer.Nodes.Tests;

public sealed class EvmChainOnAnvilTests
{
    private static readonly List<AbiEvent> Events = [.. PhalaLab.Events.Select(AbiEvent.Parse)];

    [Fact]
    public async Task The_life_of_a_stake_in_the_vault_is_read_event_by_event()
    {
        await using var node = await AnvilNode.StartAsync("--timestamp", "1736539223");
        // Rewards that stream into an empty vault would make the first shares dear, by as many seconds as the node took.
        var lab = await PhalaLab.DeployAsync(node, rewardRate: 0, unlockPeriod: 1_814_400, holders: 2);
        var (alice, bob) = (lab.Accounts[1], lab.Accounts[2]);
        var start = (await Chain(node.Rpc).GetHeadsAsync()).Latest.Height + 1;

        await lab.DepositAsync(alice, 1000 * PhalaLab.OnePha);
        await lab.SetRewardRateAsync(PhalaLab.OnePha);
        await node.WarpAsync(100);
        await lab.DepositAsync(bob, 500 * PhalaLab.OnePha);
        await lab.RedeemAsync(alice, 300 * PhalaLab.OnePha);
        await lab.RedeemAsync(alice, 200 * PhalaLab.OnePha);
        await lab.CancelAsync(alice, 0);
        await node.WarpAsync(1_814_401);
        await lab.ClaimAsync(bob, alice);
        await lab.SetRewardRateAsync(7);

        var head = (await Chain(node.Rpc).GetHeadsAsync()).Latest.Height;
        var events = await ReadAsync(node.Rpc, lab, start, head);
        var vault = events.Where(e => e.Log.Address == lab.Vault).ToList();
        string[] expected =
        [
            "Transfer",
            "Deposit",
            "RewardRateUpdated",
            "Transfer",
            "Deposit",
            "Transfer",
            "Withdraw",
            "Transfer",
            "Withdraw",
            "Transfer",
            "Deposit",
            "Claimed",
            "RewardRateUpdated",
        ];
        Assert.Equal(
            expected,
            vault.Select(e => e.Event.Name).Where(name => name is not ("RewardsSettled" or "TreasurySettled"))
        );
        Assert.Equal(
            vault.Count(e => e.Event.Name == "RewardsSettled"),
            vault.Count(e => e.Event.Name == "TreasurySettled")
        );

        var withdrawals = vault.Where(e => e.Event.Name == "Withdraw").Select(e => e.Event.UInt256("assets")).ToList();
        var cancelled = vault.Last(e => e.Event.Name == "Deposit").Event;
        var paid = vault.Single(e => e.Event.Name == "Claimed").Event;
        Assert.Equal(
            (lab.Vault, alice, withdrawals[0]),
            (cancelled.Address("sender"), cancelled.Address("owner"), cancelled.UInt256("assets"))
        );
        Assert.Equal(
            (bob, alice, alice, withdrawals[1]),
            (paid.Address("caller"), paid.Address("receiver"), paid.Address("owner"), paid.UInt256("assets"))
        );
        Assert.Equal(
            [
                [0, PhalaLab.OnePha],
                [PhalaLab.OnePha, 7],
            ],
            vault.Where(e => e.Event.Name == "RewardRateUpdated").Select(e => Updated(e.Event))
        );

        // The price of a share only rises, so a cancelled request gives fewer shares than it took.
        Assert.InRange(cancelled.UInt256("shares"), 1, (300 * PhalaLab.OnePha) - 1);
        await SharesMatchTransfersAsync(node.Rpc, lab, vault, head, alice, bob);
    }

    [Fact]
    public async Task Claims_of_both_kinds_are_read()
    {
        await using var node = await AnvilNode.StartAsync();
        var lab = await PhalaLab.DeployAsync(node, rewardRate: 0, unlockPeriod: 10, holders: 0);
        var team = lab.Accounts[0];
        var (khala, phala) = (
            new AccountId([.. Enumerable.Repeat((byte)1, 20)]),
            new AccountId([.. Enumerable.Repeat((byte)2, 20)])
        );
        await lab.MintAsync(team, 1000 * PhalaLab.OnePha);
        await node.SendAsync(
            team,
            lab.Token,
            "approve(address spender, uint256 value)",
            lab.Claimer,
            1000 * PhalaLab.OnePha
        );
        await node.SendAsync(
            team,
            lab.Claimer,
            "deposit(uint256 free, uint256 staked)",
            400 * PhalaLab.OnePha,
            600 * PhalaLab.OnePha
        );
        await node.SendAsync(
            team,
            lab.Claimer,
            "claim(address user, uint256 free, uint256 staked, address receiver)",
            khala,
            5,
            6,
            lab.Accounts[3]
        );
        var receipt = await node.SendAsync(
            team,
            lab.Claimer,
            "claimAndBridge(address user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver)",
            phala,
            7,
            8,
            lab.Accounts[4],
            lab.Accounts[5]
        );

        var head = (await Chain(node.Rpc).GetHeadsAsync()).Latest.Height;
        var claimer = (await ReadAsync(node.Rpc, lab, 0, head)).Where(e => e.Log.Address == lab.Claimer).ToList();
        Assert.Equal(
            ["SignerSet", "BridgeConfigUpdated", "Deposited", "Claimed", "ClaimedAndBridged"],
            claimer.Select(e => e.Event.Name)
        );
        var (claimed, bridged) = (claimer[3].Event, claimer[4].Event);
        Assert.Equal(
            (khala, 5, 6, lab.Accounts[3]),
            (claimed.Address("user"), claimed.UInt256("free"), claimed.UInt256("staked"), claimed.Address("receiver"))
        );
        Assert.Equal(
            (phala, lab.Accounts[4], lab.Accounts[5]),
            (bridged.Address("user"), bridged.Address("l1Receiver"), bridged.Address("l2Receiver"))
        );
        Assert.Equal(
            "0x" + Convert.ToHexStringLower(claimer[4].Log.TransactionHash),
            receipt.GetProperty("transactionHash").GetString()
        );
        var transaction = Assert.Single(await Chain(node.Rpc).GetTransactionsAsync([claimer[4].Log.TransactionHash]));
        Assert.Equal((team, lab.Claimer), (transaction.Sender, transaction.To));
        Assert.Equal(receipt.GetProperty("to").GetString(), transaction.To.ToString());
        Assert.Equal(4 + (5 * 32), transaction.Input.Length);
    }

    [Fact]
    public async Task Heads_follow_the_tags_of_the_node()
    {
        await using var node = await AnvilNode.StartAsync("--chain-id", "2035", "--slots-in-an-epoch", "4");
        await node.MineAsync(30);

        var heads = await Chain(node.Rpc).GetHeadsAsync();

        Assert.Equal(2035, Assert.Single(await Chain(node.Rpc).GetChainIdsAsync()).Value);
        Assert.Equal((30, 22), (heads.Latest.Height, heads.Finalized.Height));
        Assert.Equal(heads.Finalized, (await Chain(node.Rpc).GetHeadersAsync([22]))[0].Ref);
    }

    [Fact]
    public async Task Small_ranges_over_a_socket_give_what_one_large_range_gives()
    {
        await using var node = await AnvilNode.StartAsync();
        var lab = await PhalaLab.DeployAsync(node, PhalaLab.OnePha, unlockPeriod: 10, holders: 0);
        for (var i = 0; i < 12; i++)
        {
            await node.SendAsync(
                lab.Accounts[0],
                lab.Token,
                "blast(address to, uint256 times)",
                lab.Accounts[1],
                50 + i
            );
            await node.MineAsync(i % 3);
        }

        await using var socket = AnvilNode.Client(node.WebSocket);
        var head = (await Chain(socket).GetHeadsAsync()).Latest.Height;
        var whole = await ReadAsync(node.Rpc, lab, 0, head);
        var parts = await ReadAsync(socket, lab, 0, head, firstRange: 2, maxRange: 5);

        Assert.Equal(whole.Select(e => $"{e.Log}"), parts.Select(e => $"{e.Log}"));
        Assert.Equal(12 * 50 + 66 + 1, whole.Count(e => e.Log.Address == lab.Token && e.Event.Name == "Transfer"));
    }

    [Fact]
    public async Task A_range_beyond_the_head_is_a_contradiction_of_the_node_and_not_an_empty_answer()
    {
        await using var node = await AnvilNode.StartAsync();
        await node.MineAsync(3);
        var chain = new EvmChain(node.Rpc, new EvmOptions { ConsistencyAttempts = 1 });
        var reader = chain.ReadLogs([new AccountId(new byte[20])]);

        foreach (var from in new[] { 2, 5, 9 })
        {
            await Assert.ThrowsAsync<EvmNodeException>(() => reader.ReadAsync(from, 9, allHeaders: false));
        }

        Assert.Equal(3, (await reader.ReadAsync(0, 3, allHeaders: true)).Blocks[^1].Header.Height);
    }

    [Fact]
    public async Task A_fork_shows_in_the_hashes_and_its_logs_are_gone()
    {
        await using var node = await AnvilNode.StartAsync();
        var lab = await PhalaLab.DeployAsync(node, PhalaLab.OnePha, unlockPeriod: 10, holders: 1);
        await lab.DepositAsync(lab.Accounts[1], 10 * PhalaLab.OnePha);
        await lab.DepositAsync(lab.Accounts[1], 20 * PhalaLab.OnePha);
        var reader = Chain(node.Rpc).ReadLogs(Contracts(lab));
        var head = (await Chain(node.Rpc).GetHeadsAsync()).Latest.Height;
        var before = await reader.ReadAsync(0, head, allHeaders: true);

        await node.ReorgAsync(1);
        var after = await reader.ReadAsync(0, head, allHeaders: true);

        Assert.Equal(
            before.Blocks.SkipLast(1).Select(block => block.Header.Ref),
            after.Blocks.SkipLast(1).Select(block => block.Header.Ref)
        );
        Assert.NotEqual(before.Last.Ref, after.Last.Ref);
        Assert.Equal(before.Last.ParentHash, after.Last.ParentHash);
        Assert.NotEmpty(before.Blocks[^1].Logs);
        Assert.Empty(after.Blocks[^1].Logs);
    }

    private static EvmChain Chain(IRpcClient rpc, int firstRange = 2_000, int maxRange = 10_000) =>
        new(rpc, new EvmOptions { FirstRange = firstRange, MaxRange = maxRange });

    private static IReadOnlyList<AccountId> Contracts(PhalaLab lab) => [lab.Token, lab.Vault, lab.Claimer];

    private static async Task<List<(EvmLog Log, EvmEvent Event)>> ReadAsync(
        IRpcClient rpc,
        PhalaLab lab,
        long from,
        long to,
        int firstRange = 2_000,
        int maxRange = 10_000
    )
    {
        var reader = Chain(rpc, firstRange, maxRange).ReadLogs(Contracts(lab));
        var events = new List<(EvmLog, EvmEvent)>();
        while (from <= to)
        {
            var range = await reader.ReadAsync(from, to, allHeaders: false);
            foreach (var log in range.Blocks.SelectMany(block => block.Logs))
            {
                if (Events.SingleOrDefault(definition => definition.Matches(log)) is { } known)
                {
                    events.Add((log, known.Decode(log)));
                }
            }

            from = range.To + 1;
        }

        return events;
    }

    private static async Task SharesMatchTransfersAsync(
        IRpcClient rpc,
        PhalaLab lab,
        List<(EvmLog Log, EvmEvent Event)> vault,
        long height,
        params AccountId[] holders
    )
    {
        var balanceOf = AbiFunction.Parse("balanceOf(address owner) view returns (uint256)");
        foreach (var holder in holders)
        {
            var sum = vault
                .Where(e => e.Event.Name == "Transfer")
                .Aggregate(BigInteger.Zero, (total, e) => total + Signed(e.Event, holder));
            Assert.Equal(sum, (await Chain(rpc).CallAsync(lab.Vault, balanceOf, [holder], height))[0]);
        }
    }

    private static BigInteger Signed(EvmEvent transfer, AccountId holder) =>
        (transfer.Address("to") == holder ? transfer.UInt256("value") : 0)
        - (transfer.Address("from") == holder ? transfer.UInt256("value") : 0);

    private static List<BigInteger> Updated(EvmEvent update) => [.. update.Values.Select(value => (BigInteger)value)];
}
