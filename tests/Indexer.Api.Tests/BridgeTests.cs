using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;

namespace Indexer.Api.Tests;

/// <summary>vPHA on both networks and in between, by figures that are worked out by hand (<see cref="BridgeStory"/>).</summary>
public sealed class BridgeTests(BridgeIndex index)
{
    private const string Holdings = """
        query ($address: Address!, $asOf: AsOf) {
          holder(address: $address, asOf: $asOf) {
            stakedValue unlocking earned
            positions { nodes { network shares value earned pool { sharePrice totalValue backing { poolId totalValue } } } }
          }
        }
        """;

    private const string Transfers = """
        {
          bridgeTransfers {
            totalCount
            nodes {
              direction shares value sender receiver time state ageSeconds earned
              sentNetwork sentHeight sentTime sentTransaction
              receivedNetwork receivedHeight receivedTime receivedTransaction
              provenTime provenTransaction failedTime failedTransaction
            }
          }
        }
        """;

    public static TheoryData<string, string, string> Holders =>
        new()
        {
            { nameof(BridgeStory.Ann), "80", "26" },
            { nameof(BridgeStory.Bob), "136", "58.5" },
            { nameof(BridgeStory.Carl), "80", "29" },
            { nameof(BridgeStory.Dora), "24", "6.5" },
        };

    /// <summary>Together they have all 200 shares at 1.6 PHA, and earned all rewards: 320 and 120 PHA.</summary>
    [Theory]
    [MemberData(nameof(Holders))]
    public async Task Shares_count_wherever_they_are_at_the_price_of_the_vault(
        string name,
        string staked,
        string earned
    )
    {
        var holder = await HolderAsync(index, AccountOf(name));

        Assert.Equal((staked, earned), (holder.Text("stakedValue"), holder.Text("earned")));
        Assert.Equal("0", holder.Text("unlocking"));
    }

    [Fact]
    public async Task A_position_on_the_L2_has_the_price_and_the_rewards_of_the_vault()
    {
        var position = Position(await HolderAsync(index, BridgeStory.Carl), "phala-l2");

        // 60 shares in block 40, 40 in the blocks 50, 60 and 80.
        Assert.Equal(("40", "64", "22"), (position.Text("shares"), position.Text("value"), position.Text("earned")));
        var pool = position.GetProperty("pool");
        Assert.Equal(("1.6", "80"), (pool.Text("sharePrice"), pool.Text("totalValue")));
        Assert.Equal(
            (Story.VaultId, "320"),
            (pool.GetProperty("backing").Text("poolId"), pool.GetProperty("backing").Text("totalValue"))
        );
    }

    [Theory]
    [InlineData(36, "66", "6", "66", "0")]
    [InlineData(47, "48", "12", "48", "6")]
    [InlineData(62, "60", "24", "60", "18")]
    public async Task Both_networks_are_read_at_the_same_time(
        int block,
        string staked,
        string earned,
        string value,
        string earnedHere
    )
    {
        var holder = await HolderAsync(
            index,
            BridgeStory.Carl,
            new { timestamp = BridgeStory.Time(block).AddSeconds(1) }
        );

        Assert.Equal((staked, earned), (holder.Text("stakedValue"), holder.Text("earned")));
        var position = Position(holder, "phala-l2");
        Assert.Equal((value, earnedHere), (position.Text("value"), position.Text("earned")));
    }

    [Fact]
    public async Task What_is_on_its_way_at_a_time_is_its_receivers()
    {
        var holder = await HolderAsync(index, BridgeStory.Carl, new { timestamp = BridgeStory.Time(33) });

        Assert.Equal(("66", "6"), (holder.Text("stakedValue"), holder.Text("earned")));
        Assert.Empty(holder.GetProperty("positions").Texts("network"));
    }

    [Fact]
    public async Task As_of_a_height_of_the_L2_the_vault_is_read_at_its_time()
    {
        var data = await index.AskAsync(
            """
            query ($pool: String!, $address: Address!) {
              position(network: "phala-l2", pool: $pool, address: $address, asOf: { height: 45 }) { value earned pool { sharePrice } }
            }
            """,
            new { pool = BridgeStory.TokenId, address = EvmAddress.Format(BridgeStory.Carl) }
        );

        var position = data.GetProperty("position");
        Assert.Equal(("48", "6"), (position.Text("value"), position.Text("earned")));
        Assert.Equal("1.2", position.GetProperty("pool").Text("sharePrice"));
    }

    [Fact]
    public async Task A_transfer_is_one_row_though_both_networks_state_it()
    {
        var transfers = (await index.AskAsync(Transfers)).GetProperty("bridgeTransfers");

        Assert.Equal(4, transfers.Count());
        Assert.Equal(
            [
                "DEPOSIT 60 96 COMPLETED 180 6 ethereum phala-l2",
                "WITHDRAWAL 10 16 PROVEN 300 2 phala-l2 ",
                "DEPOSIT 10 16 FAILED 168 1 ethereum ",
                "DEPOSIT 5 8 IN_FLIGHT 108 0.5 ethereum ",
            ],
            transfers.GetProperty("nodes").EnumerateArray().Select(Line)
        );
        var (completed, proven, failed) = (Node(transfers, 0), Node(transfers, 1), Node(transfers, 2));
        Assert.Equal(EvmAddress.Format(BridgeStory.Ann), completed.Text("sender"));
        Assert.Equal(EvmAddress.Format(BridgeStory.Carl), completed.Text("receiver"));
        Assert.Equal(
            (20, 35),
            (completed.GetProperty("sentHeight").GetInt32(), completed.GetProperty("receivedHeight").GetInt32())
        );
        Assert.Equal(BridgeStory.Time(20), completed.GetProperty("sentTime").GetDateTimeOffset());
        Assert.Equal(BridgeStory.Time(35), completed.GetProperty("receivedTime").GetDateTimeOffset());
        Assert.Equal((Hash(20), Hash(35)), (completed.Text("sentTransaction"), completed.Text("receivedTransaction")));
        Assert.Equal(
            (BridgeStory.Time(65), Hash(165)),
            (proven.GetProperty("provenTime").GetDateTimeOffset(), proven.Text("provenTransaction"))
        );
        Assert.Equal(
            (BridgeStory.Time(70), Hash(170)),
            (failed.GetProperty("failedTime").GetDateTimeOffset(), failed.Text("failedTransaction"))
        );
        Assert.Null(failed.Text("receivedTransaction"));
    }

    [Fact]
    public async Task A_holder_has_what_it_sent_and_what_it_receives()
    {
        var data = await index.AskAsync(
            """
            query ($ann: Address!, $carl: Address!) {
              holder(address: $ann) { bridgeTransfers { nodes { direction } } }
              account(address: $carl) { bridgeTransfers(where: { state: { eq: FAILED } }) { nodes { sentTransaction } } }
            }
            """,
            new { ann = EvmAddress.Format(BridgeStory.Ann), carl = EvmAddress.Format(BridgeStory.Carl) }
        );

        Assert.Equal(
            ["DEPOSIT", "WITHDRAWAL"],
            data.GetProperty("holder").GetProperty("bridgeTransfers").Texts("direction")
        );
        Assert.Equal([Hash(66)], data.GetProperty("account").GetProperty("bridgeTransfers").Texts("sentTransaction"));
    }

    [Fact]
    public async Task A_transfer_can_be_read_as_of_a_time()
    {
        var data = await index.AskAsync(
            "query ($time: DateTime!) { bridgeTransfers(asOf: { timestamp: $time }) { nodes { state ageSeconds value earned receivedTime } } }",
            new { time = BridgeStory.Time(33) }
        );

        var transfer = Assert.Single(data.GetProperty("bridgeTransfers").GetProperty("nodes").EnumerateArray());
        // The last indexed block until then is 30.
        Assert.Equal(("IN_FLIGHT", 120), (transfer.Text("state"), transfer.GetProperty("ageSeconds").GetInt32()));
        Assert.Equal(("66", "6"), (transfer.Text("value"), transfer.Text("earned")));
        Assert.Null(transfer.Text("receivedTime"));
    }

    [Fact]
    public async Task The_books_of_both_networks_are_compared_at_their_finalized_blocks()
    {
        await using var other = new BridgeIndex();
        await other.InitializeAsync();
        // As if the L2 had been final up to 50 when Ethereum was up to 71: 75 shares locked, 60 minted, 15 under way.
        await other.CompareAsync(("ethereum", 71), ("phala-l2", 50));
        await other.CompareAsync(("ethereum", 80), ("phala-l2", 70));

        var checks = (
            await other.AskAsync(
                "{ network(name: \"phala-l2\") { bridgeChecks { poolId height l1Height escrow supply inFlight difference } } }"
            )
        )
            .GetProperty("network")
            .GetProperty("bridgeChecks");
        var check = Assert.Single(checks.EnumerateArray().ToList());
        Assert.Equal(
            (BridgeStory.TokenId, 70, 80),
            (check.Text("poolId"), check.GetProperty("height").GetInt32(), check.GetProperty("l1Height").GetInt32())
        );
        Assert.Equal(
            ("75", "50", "25", "0"),
            (check.Text("escrow"), check.Text("supply"), check.Text("inFlight"), check.Text("difference"))
        );
        Assert.Equal(
            ["50 71 75 60 15 0", "70 80 75 50 25 0"],
            await other.LinesAsync(
                "select concat_ws(' ', height, l1_height, div(escrow, 1e18), div(supply, 1e18), div(in_flight, 1e18), difference) from bridge_check order by height"
            )
        );
    }

    [Fact]
    public async Task Which_network_was_indexed_first_does_not_matter()
    {
        await using var other = new BridgeIndex { Order = ["phala-l2", "ethereum"] };
        await other.InitializeAsync();

        Assert.Equal(await index.SendAsync(Transfers), await other.SendAsync(Transfers));
        foreach (var name in Holders.Select(row => row.Data.Item1))
        {
            var address = new { address = EvmAddress.Format(AccountOf(name)) };
            Assert.Equal(await index.SendAsync(Holdings, address), await other.SendAsync(Holdings, address));
        }
    }

    [Fact]
    public async Task Where_only_Ethereum_is_indexed_nobody_knows_what_arrived()
    {
        await using var alone = new BridgeIndex { Order = ["ethereum"] };
        await alone.InitializeAsync();

        var transfers = (await alone.AskAsync(Transfers)).GetProperty("bridgeTransfers");
        Assert.Equal(["SENT", "SENT", "SENT"], transfers.Texts("state"));
        var ann = await HolderAsync(alone, BridgeStory.Ann);
        Assert.Equal(("64", "24"), (ann.Text("stakedValue"), ann.Text("earned")));
        Assert.Equal("0", (await HolderAsync(alone, BridgeStory.Carl)).Text("stakedValue"));
    }

    [Fact]
    public async Task Where_only_the_L2_is_indexed_shares_have_no_price_yet()
    {
        await using var alone = new BridgeIndex { Order = ["phala-l2"] };
        await alone.InitializeAsync();

        var transfers = (await alone.AskAsync(Transfers)).GetProperty("bridgeTransfers");
        Assert.Equal(
            ["DEPOSIT 60 0 COMPLETED  0  phala-l2", "WITHDRAWAL 10 0 IN_FLIGHT 180 0 phala-l2 "],
            transfers.GetProperty("nodes").EnumerateArray().Select(Line)
        );
        var position = Position(await HolderAsync(alone, BridgeStory.Carl), "phala-l2");
        Assert.Equal(("40", "0", "0"), (position.Text("shares"), position.Text("value"), position.Text("earned")));
        Assert.Null(position.GetProperty("pool").Text("sharePrice"));
    }

    private static async Task<JsonElement> HolderAsync(BridgeIndex index, AccountId account, object? asOf = null) =>
        (await index.AskAsync(Holdings, new { address = EvmAddress.Format(account), asOf })).GetProperty("holder");

    private static JsonElement Position(JsonElement holder, string network) =>
        holder
            .GetProperty("positions")
            .GetProperty("nodes")
            .EnumerateArray()
            .Single(node => node.Text("network") == network);

    private static JsonElement Node(JsonElement connection, int at) => connection.GetProperty("nodes")[at];

    private static string Line(JsonElement node) =>
        string.Join(
            ' ',
            new[]
            {
                "direction",
                "shares",
                "value",
                "state",
                "ageSeconds",
                "earned",
                "sentNetwork",
                "receivedNetwork",
            }.Select(field => node.GetProperty(field).ToString())
        );

    private static AccountId AccountOf(string name) =>
        name switch
        {
            nameof(BridgeStory.Ann) => BridgeStory.Ann,
            nameof(BridgeStory.Bob) => BridgeStory.Bob,
            nameof(BridgeStory.Carl) => BridgeStory.Carl,
            _ => BridgeStory.Dora,
        };

    private static string Hash(long height) => "0x" + Convert.ToHexStringLower(Chain.HashOf(height));
}
