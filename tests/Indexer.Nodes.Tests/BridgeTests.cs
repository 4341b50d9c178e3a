using System.Globalization;
using System.Numerics;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>vPHA goes over the bridge and back on two real EVMs; what the index holds is what the contracts say.</summary>
public sealed class BridgeTests
{
    private const string Parameters =
        "(address indexed localToken, address indexed remoteToken, address indexed from, address to, uint256 amount, bytes extraData)";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Both_sides_of_every_transfer_are_matched_whatever_is_reorganised(int seed)
    {
        var random = new Random(seed);
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        await using var l1 = index.Follow(lab.Ethereum);
        await using var l2 = index.Follow(lab.PhalaL2);
        for (var step = 1; step <= 90; step++)
        {
            await lab.StepAsync(random);
            if (step % 15 == 0)
            {
                await l1.UntilHeadAsync(lab.L1);
                await l2.UntilHeadAsync(lab.L2);
                var node = random.Next(2) == 0 ? lab.L1 : lab.L2;
                if (step == 45)
                {
                    await node.MineAsync(15);
                    await node.ReorgAsync(30);
                }
                else
                {
                    await node.ReorgAsync(random.Next(1, 5));
                }
            }
        }

        await l1.UntilHeadAsync(lab.L1);
        await l2.UntilHeadAsync(lab.L2);

        await PositionsAreBalancesAsync(lab, index);
        await HalvesAreThoseOfTheLogsAsync(lab, index);
        await WithdrawalsAreThoseOfThePortalAsync(lab, index);
        await EscrowIsSupplyAndWhatIsInFlightAsync(lab, index);

        await lab.L1.MineAsync(70);
        await lab.L2.MineAsync(70);
        await l1.UntilHeadAsync(lab.L1);
        await l2.UntilHeadAsync(lab.L2);
        await TheCheckIsWhatTheContractsSayAsync(lab, index);
    }

    [Fact]
    public async Task A_deposit_that_failed_on_the_L2_is_on_its_way_until_it_is_relayed_again()
    {
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        await using var l1 = index.Follow(lab.Ethereum);
        await using var l2 = index.Follow(lab.PhalaL2);
        var (alice, bob) = (lab.Accounts[1], lab.Accounts[2]);

        await lab.DepositAsync(alice, bob, 500);
        await l1.UntilHeadAsync(lab.L1);
        await l2.UntilHeadAsync(lab.L2);
        Assert.Equal(("IN_FLIGHT", Amount(10_500), Amount(9_500)), await StateAsync());

        await lab.FailAsync();
        await l2.UntilHeadAsync(lab.L2);
        Assert.Equal(("FAILED", Amount(10_500), Amount(9_500)), await StateAsync());

        await lab.RelayAsync(alice, bob, 500);
        await l2.UntilHeadAsync(lab.L2);
        Assert.Equal(("COMPLETED", Amount(10_500), Amount(9_500)), await StateAsync());

        async Task<(string?, string?, string?)> StateAsync()
        {
            var data = await index.AskAsync(
                $$"""
                {
                  bridgeTransfers { nodes { state } }
                  to: holder(address: "{{bob}}") { stakedValue }
                  from: holder(address: "{{alice}}") { stakedValue }
                }
                """
            );
            var transfer = Assert.Single(
                data.GetProperty("bridgeTransfers").GetProperty("nodes").EnumerateArray().ToList()
            );
            return (
                transfer.GetProperty("state").GetString(),
                data.GetProperty("to").GetProperty("stakedValue").GetString(),
                data.GetProperty("from").GetProperty("stakedValue").GetString()
            );
        }
    }

    [Fact]
    public async Task Of_two_equal_deposits_the_second_may_arrive_first()
    {
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        await using var l1 = index.Follow(lab.Ethereum);
        await using var l2 = index.Follow(lab.PhalaL2);
        var (alice, bob) = (lab.Accounts[1], lab.Accounts[2]);
        var first = await lab.DepositAsync(alice, bob, 500);
        var second = await lab.DepositAsync(alice, bob, 500);
        await lab.FailAsync(0);
        await lab.RelayByMessengerAsync(1, alice, bob, 500);
        await l1.UntilHeadAsync(lab.L1);
        await l2.UntilHeadAsync(lab.L2);
        Assert.Equal([(first, "FAILED"), (second, "COMPLETED")], await StatesAsync());

        await lab.L2.ReorgAsync(1);
        await l2.UntilHeadAsync(lab.L2);
        Assert.Equal([(first, "FAILED"), (second, "IN_FLIGHT")], await StatesAsync());

        await lab.RelayByMessengerAsync(0, alice, bob, 500);
        await l2.UntilHeadAsync(lab.L2);
        Assert.Equal([(first, "COMPLETED"), (second, "IN_FLIGHT")], await StatesAsync());

        async Task<List<(string?, string?)>> StatesAsync() =>
            [
                .. (await index.AskAsync("{ bridgeTransfers { nodes { sentTransaction state } } }"))
                    .GetProperty("bridgeTransfers")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(node =>
                        (node.GetProperty("sentTransaction").GetString(), node.GetProperty("state").GetString())
                    ),
            ];
    }

    [Fact]
    public async Task Every_share_is_somebodys_at_the_price_of_the_vault_and_every_reward_too()
    {
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        await using var l1 = index.Follow(lab.Ethereum);
        await using var l2 = index.Follow(lab.PhalaL2);
        var (alice, bob, carol) = (lab.Accounts[1], lab.Accounts[2], lab.Accounts[3]);

        await lab.RewardAsync(1_000);
        await lab.DepositAsync(alice, bob, 4_000);
        await lab.RewardAsync(2_000);
        await lab.RelayAsync(alice, bob, 4_000);
        await lab.RewardAsync(3_000);
        await lab.L2.SendAsync(bob, BridgeLab.Token, "transfer(address to, uint256 value)", carol, 1_500);
        await lab.RewardAsync(4_000);
        var withdrawal = await lab.WithdrawAsync(carol, alice, 700);
        await lab.RewardAsync(5_000);
        await lab.ProveAsync(withdrawal);
        await lab.FinalizeAsync(withdrawal, carol, alice, 700);
        await lab.DepositAsync(bob, carol, 300);
        await lab.RewardAsync(6_000);
        await l1.UntilHeadAsync(lab.L1);
        await l2.UntilHeadAsync(lab.L2);

        var assets = await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "checkpointTotalAssets()");
        var supply = await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "totalSupply()");
        var data = await index.AskAsync(
            $$"""
            {
              holders(first: 100) { nodes { stakedValue earned } }
              position(network: "phala-l2", pool: "{{BridgeLab.Token}}", address: "{{bob}}") { value earned }
            }
            """
        );
        Assert.Equal(Amount(2_500 * assets / supply), data.GetProperty("position").GetProperty("value").GetString());
        Assert.InRange(Sum("stakedValue"), assets - 20, assets);
        var rewards = (
            await BridgeLab.LogsAsync(
                lab.L1,
                BridgeLab.Vault,
                "RewardsSettled(uint256 checkpointTime, uint256 rewards, uint256 totalAssets)"
            )
        ).Aggregate(BigInteger.Zero, (sum, log) => sum + BigInteger.Parse(log.Values[1], CultureInfo.InvariantCulture));
        Assert.True(rewards > 1_000_000);
        Assert.InRange(Sum("earned"), rewards - 40, rewards);

        BigInteger Sum(string field) =>
            data.GetProperty("holders")
                .GetProperty("nodes")
                .EnumerateArray()
                .Aggregate(BigInteger.Zero, (sum, node) => sum + OfText(node.GetProperty(field).GetString()!));
    }

    [Fact]
    public async Task A_transfer_is_told_from_its_beginning_to_its_end()
    {
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        await using var l1 = index.Follow(lab.Ethereum);
        await using var l2 = index.Follow(lab.PhalaL2);
        var (alice, bob) = (lab.Accounts[1], lab.Accounts[2]);

        var sent = await lab.DepositAsync(alice, bob, 500);
        await l1.UntilHeadAsync(lab.L1);
        Assert.Equal([("DEPOSIT", 500L, "INITIATED")], await index.TransfersAsync());

        await lab.RelayAsync(alice, bob, 500);
        var withdrawal = await lab.WithdrawAsync(bob, alice, 200);
        await l2.UntilHeadAsync(lab.L2);
        Assert.Equal([("DEPOSIT", 500L, "FINALIZED"), ("WITHDRAWAL", 200L, "INITIATED")], await index.TransfersAsync());

        await lab.ProveAsync(withdrawal);
        await l1.UntilHeadAsync(lab.L1);
        Assert.Equal([("DEPOSIT", 500L, "FINALIZED"), ("WITHDRAWAL", 200L, "PROVEN")], await index.TransfersAsync());
        Assert.Equal("PROVEN", (await WithdrawalAsync(index)).State);
        await lab.L1.WarpAsync(4_000);
        await l1.UntilHeadAsync(lab.L1);
        Assert.Equal("PROVEN", (await WithdrawalAsync(index)).State);
        await lab.L1.WarpAsync(1_001);
        await l1.UntilHeadAsync(lab.L1);
        var (ready, proven, from) = await WithdrawalAsync(index);
        Assert.Equal(("READY", proven.AddSeconds(5_000)), (ready, from));

        await lab.FinalizeAsync(withdrawal, bob, alice, 200);
        await l1.UntilHeadAsync(lab.L1);
        Assert.Equal([("DEPOSIT", 500L, "FINALIZED"), ("WITHDRAWAL", 200L, "FINALIZED")], await index.TransfersAsync());

        var transfers = await index.StateAsync<BridgeTransfer>();
        var left = transfers.Single(row => row is { Direction: BridgeDirection.Deposit, Side: BridgeSide.Initiated });
        Assert.Equal(
            ("ethereum", BridgeLab.Vault, BridgeLab.Token, alice, bob, sent),
            (left.Network, left.Token, left.RemoteToken, left.Sender, left.Receiver, Hex(left.Transaction))
        );
        var came = transfers.Single(row => row is { Direction: BridgeDirection.Deposit, Side: BridgeSide.Finalized });
        Assert.Equal(("phala-l2", BridgeLab.Token, BridgeLab.Vault), (came.Network, came.Token, came.RemoteToken));
        Assert.Equal(
            [withdrawal, withdrawal],
            transfers.Where(row => row.Direction == BridgeDirection.Withdrawal).Select(row => Hex(row.WithdrawalHash!))
        );

        var events = await index.RowsAsync<StakeEvent>();
        Assert.Equal(
            [(StakeEventKind.BridgeIn, bob, 500), (StakeEventKind.BridgeOut, bob, -200)],
            events.Where(row => row.Network == "phala-l2").Select(row => (row.Kind, row.Account, Wei(row.Shares)))
        );
        Assert.Equal(
            [(StakeEventKind.BridgeOut, alice, -500), (StakeEventKind.BridgeIn, alice, 200)],
            events
                .Where(row => row.Network == "ethereum" && row.Counterparty is not null)
                .OrderBy(row => (row.Height, row.Index, row.Ordinal))
                .Select(row => (row.Kind, row.Account, Wei(row.Shares)))
        );
    }

    [Fact]
    public async Task Receivers_of_a_claim_on_both_networks_are_one_holder_and_moves_over_the_bridge_are_none()
    {
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        var (alice, bob, carol) = (lab.Accounts[1], lab.Accounts[2], lab.Accounts[3]);
        var (l1Receiver, l2Receiver) = (lab.Accounts[5], lab.Accounts[6]);
        var user = new AccountId([.. Enumerable.Repeat((byte)0x51, AccountId.EvmLength)]);
        var claimer = await lab.DeployClaimerAsync(alice, 400);
        var network = lab.Ethereum;
        await using var l1 = index.Follow(
            network with
            {
                Contracts = network.Contracts.Append(new(claimer, "phala-claimer")).ToDictionary(),
            }
        );
        await using var l2 = index.Follow(lab.PhalaL2);

        await lab.DepositAsync(alice, bob, 100);
        await lab.DepositAsync(carol, carol, 50);
        await lab.L1.SendAsync(
            lab.Accounts[0],
            claimer,
            "claim(address user, uint256 staked, address l1Receiver, address l2Receiver)",
            user,
            300,
            l1Receiver,
            l2Receiver
        );
        await lab.RelayAsync(claimer, l2Receiver, 300);
        await l1.UntilHeadAsync(lab.L1);
        await l2.UntilHeadAsync(lab.L2);

        Assert.Equal(
            [
                (AccountLinkKind.BridgeMove, alice, bob, (NotMergedReason?)NotMergedReason.BridgeMove),
                (AccountLinkKind.PhalaClaim, user, l1Receiver, null),
                (AccountLinkKind.PhalaClaimBridged, user, l2Receiver, null),
            ],
            (await index.RowsAsync<AccountLink>())
                .OrderBy(link => (link.Height, link.Index, link.Ordinal))
                .Select(link => (link.Kind, link.Sender ?? new AccountId(link.User!), link.Account, link.NotMerged))
        );
        Assert.Equal(
            300,
            (await index.StateAsync<Position>())
                .Where(position => position.Network == "phala-l2" && position.Account == l2Receiver)
                .Sum(position => Wei(position.Shares))
        );
        var main = l1Receiver < l2Receiver ? l1Receiver : l2Receiver;
        Assert.Equal([alice, bob, carol, main, main], await MainsAsync());

        await lab.L1.ReorgAsync(1);
        await l1.UntilHeadAsync(lab.L1);
        Assert.Equal([alice, bob, carol, l1Receiver, l2Receiver], await MainsAsync());

        async Task<IEnumerable<AccountId>> MainsAsync()
        {
            var holders = (await index.RowsAsync<HolderAccount>()).ToDictionary(row => row.Address, row => row.Holder);
            return new[] { alice, bob, carol, l1Receiver, l2Receiver }
                .Where(holders.ContainsKey)
                .Select(account => holders[account]);
        }
    }

    [Fact]
    public async Task Tokens_of_others_cross_the_bridge_unseen()
    {
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        var network = lab.Ethereum;
        await using var l1 = index.Follow(
            network with
            {
                Contracts = network.Contracts.Where(entry => entry.Value != "pha-vault").ToDictionary(),
            }
        );

        await lab.DepositAsync(lab.Accounts[1], lab.Accounts[2], 500);
        await l1.UntilHeadAsync(lab.L1);

        Assert.Empty(await index.RowsAsync<BridgeTransfer>());
    }

    private static async Task PositionsAreBalancesAsync(BridgeLab lab, ChainIndex index)
    {
        var positions = (await index.StateAsync<Position>()).ToDictionary(row => (row.Network, row.Account));
        var vault = (await index.StateAsync<PoolState>()).Single(row => row.Network == "ethereum");
        Assert.Equal(
            (
                await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "totalSupply()"),
                await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "balanceOf(address owner)", BridgeLab.L1Bridge)
            ),
            (vault.TotalShares.ToBigInteger(), vault.BridgedShares.ToBigInteger())
        );
        Assert.DoesNotContain(("ethereum", BridgeLab.L1Bridge), positions.Keys);
        foreach (var account in lab.Accounts)
        {
            foreach (
                var (network, node, token) in new[]
                {
                    ("ethereum", lab.L1, BridgeLab.Vault),
                    ("phala-l2", lab.L2, BridgeLab.Token),
                }
            )
            {
                var balance = await BridgeLab.AskAsync(node, token, "balanceOf(address owner)", account);
                var shares = positions.GetValueOrDefault((network, account))?.Shares ?? Pha.Zero;
                Assert.Equal($"{network} {account} {balance}", $"{network} {account} {Wei(shares)}");
            }
        }
    }

    /// <summary>The rows against the logs as Nethereum decodes them.</summary>
    private static async Task HalvesAreThoseOfTheLogsAsync(BridgeLab lab, ChainIndex index)
    {
        var expected = new List<string>();
        foreach (
            var (network, node, bridge) in new[]
            {
                ("ethereum", lab.L1, BridgeLab.L1Bridge),
                ("phala-l2", lab.L2, BridgeLab.L2Bridge),
            }
        )
        {
            var logs = await BridgeLab.LogsAsync(
                node,
                bridge,
                $"ERC20BridgeInitiated{Parameters}",
                $"ERC20BridgeFinalized{Parameters}"
            );
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (log, name, values) in logs)
            {
                var key = $"{name} {string.Join(' ', values)}";
                seen[key] = seen.GetValueOrDefault(key) + 1;
                var side = name == "ERC20BridgeInitiated" ? "Initiated" : "Finalized";
                var direction = network == "ethereum" == (side == "Initiated") ? "Deposit" : "Withdrawal";
                expected.Add(
                    $"{network} {side} {direction} {string.Join(' ', values.Take(5))} {seen[key]} {log.GetProperty("transactionHash").GetString()}"
                );
            }
        }

        var rows = await index.StateAsync<BridgeTransfer>();
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            rows.Select(row =>
                    $"{row.Network} {row.Side} {row.Direction} {row.Token} {row.RemoteToken} {row.Sender} {row.Receiver} {Wei(row.Amount)} {row.Number} {Hex(row.Transaction)}"
                )
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            rows.Where(row => row.Direction == BridgeDirection.Withdrawal && row.Side == BridgeSide.Initiated),
            row => Assert.NotNull(row.WithdrawalHash)
        );
        Assert.Equal(4, rows.DistinctBy(row => (row.Side, row.Direction)).Count());
    }

    private static async Task WithdrawalsAreThoseOfThePortalAsync(BridgeLab lab, ChainIndex index)
    {
        const string proven =
            "WithdrawalProven(bytes32 indexed withdrawalHash, address indexed from, address indexed to)";
        const string done = "WithdrawalFinalized(bytes32 indexed withdrawalHash, bool success)";
        var expected = new SortedDictionary<string, (string? Proven, string? Done, bool? Success)>(
            StringComparer.Ordinal
        );
        foreach (var (log, name, values) in await BridgeLab.LogsAsync(lab.L1, BridgeLab.Portal, proven, done))
        {
            var before = expected.GetValueOrDefault(values[0]);
            var transaction = log.GetProperty("transactionHash").GetString();
            expected[values[0]] =
                name == "WithdrawalProven"
                    ? before with
                    {
                        Proven = transaction,
                    }
                    : before with
                    {
                        Done = transaction,
                        Success = bool.Parse(values[1]),
                    };
        }

        Assert.Contains(expected.Values, state => state is { Proven: not null, Done: not null });
        Assert.Contains(expected.Values, state => state.Success == false);
        Assert.Equal(
            expected.Select(entry => (entry.Key, entry.Value)),
            (await index.StateAsync<BridgeWithdrawal>())
                .Select(row =>
                    (
                        Hex(row.WithdrawalHash),
                        (Text(row.ProvenTransaction), Text(row.FinalizedTransaction), row.Succeeded)
                    )
                )
                .OrderBy(entry => entry.Item1, StringComparer.Ordinal)
        );

        static string? Text(byte[]? hash) => hash is null ? null : Hex(hash);
    }

    private static async Task EscrowIsSupplyAndWhatIsInFlightAsync(BridgeLab lab, ChainIndex index)
    {
        var escrow = await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "balanceOf(address owner)", BridgeLab.L1Bridge);
        var supply = await BridgeLab.AskAsync(lab.L2, BridgeLab.Token, "totalSupply()");
        var inFlight = (await index.StateAsync<BridgeTransfer>()).Aggregate(
            BigInteger.Zero,
            (sum, row) => sum + (row.Side == BridgeSide.Initiated ? 1 : -1) * row.Amount.ToBigInteger()
        );

        Assert.Equal(escrow, supply + inFlight);
    }

    /// <summary>Lets time go by on both chains, after which the vault settles what it paid by then.</summary>
    private static async Task<(string? State, DateTimeOffset Proven, DateTimeOffset Ready)> WithdrawalAsync(
        ChainIndex index
    )
    {
        var data = await index.AskAsync(
            "{ bridgeTransfers(where: { direction: { eq: WITHDRAWAL } }) { nodes { state provenTime readyTime } } }"
        );
        var node = Assert.Single(data.GetProperty("bridgeTransfers").GetProperty("nodes").EnumerateArray().ToList());
        return (
            node.GetProperty("state").GetString(),
            node.GetProperty("provenTime").GetDateTimeOffset(),
            node.GetProperty("readyTime").GetDateTimeOffset()
        );
    }

    private static async Task TheCheckIsWhatTheContractsSayAsync(BridgeLab lab, ChainIndex index)
    {
        Assert.Equal((1, 0), await index.CompareBridgeAsync());
        Assert.Equal((1, 0), await index.CompareBridgeAsync());

        var check = Assert.Single(await index.RowsAsync<BridgeCheck>());
        Assert.Equal(
            (
                await BridgeLab.AskAtAsync(
                    lab.L1,
                    $"0x{check.L1Height:x}",
                    BridgeLab.Vault,
                    "balanceOf(address owner)",
                    BridgeLab.L1Bridge
                ),
                await BridgeLab.AskAtAsync(lab.L2, $"0x{check.Height:x}", BridgeLab.Token, "totalSupply()")
            ),
            (check.Escrow.ToBigInteger(), check.Supply.ToBigInteger())
        );
        Assert.NotEqual(Pha.Zero, check.InFlight);
        Assert.Equal(Pha.Zero, check.Difference);
    }

    private static BigInteger OfText(string amount)
    {
        var parts = amount.Split('.');
        return BigInteger.Parse(
            parts[0] + (parts.ElementAtOrDefault(1) ?? "").PadRight(18, '0'),
            CultureInfo.InvariantCulture
        );
    }

    private static string Amount(BigInteger wei) => Pha.FromBigInteger(wei).ToString();

    private static long Wei(Pha amount) => (long)amount.ToBigInteger();

    private static string Hex(byte[] hash) => "0x" + Convert.ToHexStringLower(hash);
}
