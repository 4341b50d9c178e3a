using Indexer.Domain;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Ingestion;
using Indexer.Simulator;
using Indexer.Storage;
using Npgsql;

namespace Indexer.EndToEnd.Tests;

/// <summary>Runs that end early and are taken up again.</summary>
public sealed class InterruptionTests
{
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task A_run_interrupted_at_random_commits_leaves_what_an_uninterrupted_one_leaves(int seed)
    {
        await using var whole = await SimulatedIndex.IndexedAsync(World.Create((ulong)seed, WorldSize.Small));
        await using var pieces = await SimulatedIndex.CreateAsync(whole.World);
        var random = new Random(seed);
        var interruptions = 0;
        while (await IsInterruptedAsync(pieces, random.Next(4, 12)))
        {
            interruptions++;
        }

        Assert.True(interruptions > 1, $"{interruptions} interruptions");
        Assert.Equal(await whole.DumpAsync(), await pieces.DumpAsync());
    }

    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    public async Task A_database_that_drops_all_connections_loses_nothing_and_doubles_nothing(int seed)
    {
        await using var whole = await SimulatedIndex.IndexedAsync(World.Create((ulong)seed, WorldSize.Small));
        await using var dropped = await SimulatedIndex.CreateAsync(whole.World);
        var random = new Random(seed);
        var (next, waits) = (random.Next(2, 6), 0);
        var heard = new HashSet<(string, long)>();
        var outcomes = await dropped.RunAsync(progress =>
        {
            waits += progress.State == IngestionState.Waiting ? 1 : 0;
            if (progress.Cursor is { } cursor && heard.Add((progress.Network, cursor.Height)) && heard.Count == next)
            {
                next += random.Next(4, 12);
                DropConnections(dropped.DataSource);
            }
        });

        Assert.All(outcomes, outcome => Assert.Null(outcome.Reason));
        Assert.True(waits > 1, $"{waits} waits");
        Assert.Equal(await whole.DumpAsync(), await dropped.DumpAsync());
    }

    [Fact]
    public async Task A_program_whose_lock_was_lost_commits_nothing()
    {
        await using var index = await SimulatedIndex.CreateAsync(World.Create(26, WorldSize.Small));
        var database = index.Opened.ForIngestion();
        await using var first = await database.TryLockAsync("khala", CancellationToken.None);
        Assert.NotNull(first);
        Assert.Null(await database.TryLockAsync("khala", CancellationToken.None));
        var committer = await database.OpenLedgerAsync("khala", first, CancellationToken.None);
        var block = new BlockHeader(1, new byte[32], new byte[32], DateTimeOffset.UnixEpoch, SpecVersion: null);
        DropConnections(index.DataSource);
        index.DataSource.Clear();
        await using var second = await database.TryLockAsync("khala", CancellationToken.None);
        Assert.NotNull(second);

        await Assert.ThrowsAsync<NetworkLockLostException>(() =>
            committer.CommitAsync(new ExecutedSegment(1, block, []), finalizedHeight: 1, CancellationToken.None)
        );

        Assert.Equal(["0"], await index.LinesAsync("select count(*)::text from cursor"));
        var holder = await database.OpenLedgerAsync("khala", second, CancellationToken.None);
        await database.RegisterAsync(
            new Network
            {
                Name = "khala",
                Kind = NetworkKind.Substrate,
                StartBlock = 0,
            },
            CancellationToken.None
        );
        await holder.CommitAsync(new ExecutedSegment(1, block, []), finalizedHeight: 1, CancellationToken.None);
        Assert.Equal(["1"], await index.LinesAsync("select count(*)::text from cursor"));
    }

    [Fact]
    public async Task A_second_run_adds_nothing()
    {
        await using var index = await SimulatedIndex.IndexedAsync(World.Create(23, WorldSize.Small));
        var before = await index.DumpAsync();
        Assert.All(await index.RunAsync(), outcome => Assert.Null(outcome.Reason));
        Assert.Equal(before, await index.DumpAsync());
    }

    /// <summary>Ends all connections of the database, as a restart of its server does.</summary>
    private static void DropConnections(NpgsqlDataSource dataSource)
    {
        using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(dataSource.ConnectionString) { Pooling = false }.ConnectionString
        );
        connection.Open();
        using var command = new NpgsqlCommand(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
            """,
            connection
        );
        command.ExecuteNonQuery();
    }

    /// <summary>Runs until so many commits are told of.</summary>
    /// <returns>False when the run came to its end before.</returns>
    private static async Task<bool> IsInterruptedAsync(SimulatedIndex index, int commits)
    {
        using var end = new CancellationTokenSource();
        var heard = new HashSet<(string, long)>();
        try
        {
            await index.RunAsync(
                index.Networks,
                untilHead: true,
                progress =>
                {
                    if (progress.Cursor is { } cursor && heard.Add((progress.Network, cursor.Height)) && --commits == 0)
                    {
                        end.Cancel();
                    }
                },
                end.Token
            );
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
