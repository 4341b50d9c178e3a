using System.Text.Json;
using Indexer.Domain;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Host.Configuration;
using Indexer.Host.Running;
using Indexer.Host.Web;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests;

/// <summary>What subscribers are told about a chain that switches forks, against what the ledger holds in the end.</summary>
public sealed class LiveTests
{
    private const int FinalizedLag = 10;

    private const string Subscription = """
        subscription ($after: String) {
          stakeEventAdded(after: $after, networks: ["ethereum"], send: [ADDED, RETRACTED, FINALIZED]) {
            op cursor stakeEvent { id height index ordinal kind address amount shares value transaction } } }
        """;

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Additions_and_retractions_add_up_to_the_ledger(ulong seed)
    {
        var world = World.Create(seed, WorldSize.Small);
        var network = world.Networks.Single(one => one.Name == "ethereum");
        network.FinalizedLag = FinalizedLag;
        network.Head = 2 * FinalizedLag;
        await using var index = await SimulatedIndex.CreateAsync(world);
        await using var server = await WebServer.StartAsync(
            new WebSettings(new ApiSettingsReader(new ApiConfiguration()).Read("http://127.0.0.1:0"), Role.Api, []),
            index.Opened,
            _ => { },
            CancellationToken.None
        );
        using var subscriber = await Subscriber.StartAsync(server.Urls.Single(), Subscription, new { });
        await FollowAsync(index, network, new Random((int)seed));
        var rows = await index.LinesAsync(
            "select height || '-' || index || '-' || ordinal from stake_event where network = 'ethereum'"
        );

        var told = await FoldAsync(subscriber, rows);

        Assert.Equal(rows.Order(StringComparer.Ordinal), told.Rows.Keys.Order(StringComparer.Ordinal));
        Assert.True(told.Retracted > 0, "No row was retracted; the test proves nothing.");
        using var late = await Subscriber.StartAsync(
            server.Urls.Single(),
            Subscription,
            new { after = Cursor(told.Messages[0]) }
        );
        foreach (var message in told.Messages.Skip(1))
        {
            var again = await late.HearAsync(TestContext.Current.CancellationToken);
            Assert.Equal(message.GetRawText(), again.GetRawText(), ignoreCase: true);
        }
    }

    /// <summary>Follows the chain through forks to its end, all of it final.</summary>
    private static async Task FollowAsync(SimulatedIndex index, SimulatedNetwork network, Random random)
    {
        using var end = new CancellationTokenSource();
        var moves = 12;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            index.RunAsync(
                [index.Network(network.Name)],
                untilHead: false,
                progress =>
                {
                    if (progress.State != IngestionState.Live || progress.Cursor?.Height != network.Head)
                    {
                        return;
                    }

                    if (moves-- > 0)
                    {
                        network.Reorg(random.Next(1, FinalizedLag + 1));
                        network.Advance(random.Next(20, 60));
                    }
                    else if (network.FinalizedLag > 0)
                    {
                        network.FinalizedLag = 0;
                        network.Head = network.LastBlock;
                    }
                    else if (progress.Cursor.FinalizedHeight == network.LastBlock)
                    {
                        end.Cancel();
                    }
                },
                end.Token
            )
        );
    }

    /// <summary>Applies messages until every row of the ledger has become final.</summary>
    private static async Task<Told> FoldAsync(Subscriber subscriber, List<string> rows)
    {
        var told = new Told([], [], 0);
        var final = new HashSet<string>(StringComparer.Ordinal);
        while (final.Count < rows.Count)
        {
            var message = await subscriber.HearAsync(TestContext.Current.CancellationToken);
            told.Messages.Add(message);
            var row = message.GetProperty("stakeEvent");
            var key = $"{row.GetProperty("height")}-{row.GetProperty("index")}-{row.GetProperty("ordinal")}";
            switch (message.GetProperty("op").GetString())
            {
                case "ADDED":
                    Assert.True(told.Rows.TryAdd(key, row.GetRawText()), $"{key} was added twice.");
                    break;
                case "RETRACTED":
                    Assert.True(told.Rows.Remove(key, out var before), $"{key} was retracted, but never added.");
                    // An account that only the retracted blocks named is no longer known by its checksummed text.
                    Assert.Equal(before, row.GetRawText(), ignoreCase: true);
                    told = told with { Retracted = told.Retracted + 1 };
                    break;
                default:
                    Assert.Equal(told.Rows[key], row.GetRawText());
                    Assert.True(final.Add(key), $"{key} became final twice.");
                    break;
            }
        }

        return told;
    }

    private static string Cursor(JsonElement message) => message.GetProperty("cursor").GetString()!;

    private sealed record Told(Dictionary<string, string> Rows, List<JsonElement> Messages, int Retracted);
}
