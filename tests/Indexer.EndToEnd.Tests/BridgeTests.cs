using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.Api;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.GraphQL;
using Indexer.GraphQL.Execution;
using Indexer.Simulator;
using Indexer.Storage;
using Indexer.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Indexer.EndToEnd.Tests;

/// <summary>vPHA on Phala's L2 and on its way, against the books of both simulated networks.</summary>
public sealed class BridgeTests
{
    private const int Stride = 20;

    private const string At = "from_height <= $1 and (to_height is null or to_height > $1)";

    public static TheoryData<ulong> Seeds => new(IndexedWorlds.Seeds);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_balance_on_the_L2_is_what_the_token_says_at_every_height(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var chain = index.World.PhalaL2;
        for (var height = chain.LastBlock; height >= 0; height -= Stride)
        {
            var lines = await index.LinesAsync(
                $"select concat_ws('|', '0x' || encode(account, 'hex'), shares) from position where network = 'phala-l2' and {At} and shares > 0",
                height
            );
            var shares = chain.BooksAt(height).Shares.Where(entry => entry.Value > 0);
            Assert.Equal(
                shares.Select(entry => BookText.Line(entry.Key, entry.Value)).Order(StringComparer.Ordinal),
                lines.Order(StringComparer.Ordinal)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_transfer_is_one_row_that_has_come_as_far_as_both_networks_say(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var data = await AskAsync(
            index,
            """
            {
              bridgeTransfers(first: 1000) {
                nodes { direction sender receiver shares state sentNetwork sentHeight receivedNetwork receivedHeight }
              }
            }
            """
        );

        var crossings = index.World.Ethereum.Crossings;
        Assert.Equal(
            crossings.Select(crossing => Line(index.World.Ethereum, crossing)).Order(StringComparer.Ordinal),
            Nodes(data, "bridgeTransfers")
                .Select(node =>
                    BookText.Line(
                        node.GetProperty("direction"),
                        node.GetProperty("sender").GetString()!.ToLowerInvariant(),
                        node.GetProperty("receiver").GetString()!.ToLowerInvariant(),
                        Units(node.GetProperty("shares")),
                        node.GetProperty("state"),
                        node.GetProperty("sentNetwork"),
                        node.GetProperty("sentHeight"),
                        node.GetProperty("receivedNetwork"),
                        node.GetProperty("receivedHeight")
                    )
                )
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains(crossings, crossing => crossing is { IsDeposit: true, Arrived: not null });
        Assert.Contains(crossings, crossing => crossing is { IsDeposit: false, Arrived: not null });
        Assert.Contains(crossings, crossing => crossing.Arrived is null);
    }

    /// <summary>Of transfers that differ in nothing but their message, a later one arrives before the first.</summary>
    [Fact]
    public void Worlds_have_equal_transfers_that_overtake_each_other() =>
        Assert.Contains(
            IndexedWorlds.Seeds.SelectMany(seed =>
                World
                    .Create(seed, WorldSize.Small)
                    .Ethereum.Crossings.GroupBy(crossing =>
                        (crossing.IsDeposit, crossing.From, crossing.To, crossing.Shares)
                    )
                    .Select(equal => equal.Select(crossing => crossing.Arrived ?? long.MaxValue).ToList())
            ),
            arrivals => !arrivals.SequenceEqual(arrivals.Order())
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_share_and_every_reward_of_the_vault_is_somebodys(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var data = await AskAsync(
            index,
            """
            {
              positions(first: 1000, where: { network: { in: ["ethereum", "phala-l2"] } }) { nodes { value earned } }
              bridgeTransfers(first: 1000) { nodes { value earned state } }
            }
            """
        );
        var (positions, transfers) = (Nodes(data, "positions"), Nodes(data, "bridgeTransfers"));
        var books = index.World.Ethereum.Books;

        var value = Sum(positions, "value") + Sum(transfers.Where(IsOpen), "value");
        Assert.InRange(
            value,
            (BigInteger)books.Vault!.CheckpointTotalAssets - positions.Count - transfers.Count,
            (BigInteger)books.Vault.CheckpointTotalAssets
        );
        var rewards = (BigInteger)books.Settlements.Select(settlement => settlement.Rewards).Sum();
        var stretches = int.Parse(
            (
                await index.LinesAsync("select count(*)::text from position where network in ('ethereum', 'phala-l2')")
            ).Single(),
            CultureInfo.InvariantCulture
        );
        Assert.InRange(
            Sum(positions, "earned") + Sum(transfers, "earned"),
            rewards - (2 * (stretches + transfers.Count)),
            rewards
        );

        static bool IsOpen(JsonElement node) => node.GetProperty("state").GetString() != "COMPLETED";
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_escrow_is_what_is_on_the_L2_and_on_its_way(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using (var connection = await index.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal((1, 0), await BridgeChecks.CompareAsync(connection, TestContext.Current.CancellationToken));
        }

        var world = index.World;
        var inFlight = world.Ethereum.Crossings.Where(crossing => crossing.Arrived is null);
        Assert.Equal(
            [
                BookText.Line(
                    world.Ethereum.Books.Shares[SimulatedEthereum.L1Bridge],
                    world.PhalaL2.Books.Shares.Values.Sum(),
                    inFlight.Select(crossing => crossing.Shares).Sum(),
                    0
                ),
            ],
            await index.LinesAsync("select concat_ws('|', escrow, supply, in_flight, difference) from bridge_check")
        );
    }

    private static string Line(SimulatedEthereum chain, BridgeBook crossing)
    {
        var (from, to) = crossing.IsDeposit ? ("ethereum", "phala-l2") : ("phala-l2", "ethereum");
        var state =
            crossing.Arrived is not null ? "COMPLETED"
            : crossing.Failed is not null ? "FAILED"
            : crossing.Proven is { } proven
                ? (
                    chain.TimeAt(proven) + (1000UL * SimulatedEthereum.ProofMaturityDelay)
                    <= chain.TimeAt(chain.LastBlock)
                        ? "READY"
                        : "PROVEN"
                )
            : "IN_FLIGHT";
        return BookText.Line(
            crossing.IsDeposit ? "DEPOSIT" : "WITHDRAWAL",
            crossing.From,
            crossing.To,
            crossing.Shares,
            state,
            from,
            crossing.Sent,
            crossing.Arrived is null ? "" : to,
            crossing.Arrived?.ToString(CultureInfo.InvariantCulture) ?? ""
        );
    }

    private static BigInteger Sum(IEnumerable<JsonElement> nodes, string field) =>
        nodes.Aggregate(BigInteger.Zero, (sum, node) => sum + Units(node.GetProperty(field)));

    /// <summary>A decimal with up to 18 digits after the point, in units of the last of them.</summary>
    private static BigInteger Units(JsonElement amount)
    {
        var parts = amount.GetString()!.Split('.');
        var fraction = (parts.ElementAtOrDefault(1) ?? "").PadRight(18, '0');
        return BigInteger.Parse(parts[0] + fraction, CultureInfo.InvariantCulture);
    }

    private static List<JsonElement> Nodes(JsonElement data, string field) =>
        [.. data.GetProperty(field).GetProperty("nodes").EnumerateArray()];

    private static async Task<JsonElement> AskAsync(SimulatedIndex index, string query)
    {
        await using var engine = new GraphQLEngine(
            ProductSchema.Create(),
            index.DataSource,
            new GraphQLOptions { Timeout = TimeSpan.FromMinutes(1) },
            TimeProvider.System,
            NullLogger<GraphQLEngine>.Instance
        );
        var operation = engine.Prepare(new GraphQLRequest(query), out var errors);
        Assert.Empty(errors.Select(error => error.Message));
        using var output = new MemoryStream();
        await engine.ExecuteAsync(operation!, output, TestContext.Current.CancellationToken);
        var response = JsonElement.Parse(output.ToArray());
        Assert.False(response.TryGetProperty("errors", out var failed), failed.ToString());
        return response.GetProperty("data");
    }
}
