using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;
using Indexer.Storage.Embedded;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary><c>indexer demo</c> as people start it.</summary>
public sealed class DemoTests
{
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Once_indexes_to_the_end_and_prints_a_table()
    {
        await using var directory = new DataDirectory();
        await using var program = IndexerProcess.Start(directory.Path, "demo", "--once", "--size", "small");
        Assert.Equal(0, await program.ExitCodeAsync());
        foreach (var network in new[] { "khala", "phala", "ethereum", "phala-l2", "snapshot" })
        {
            Assert.Contains($" {network} |", program.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_and_started_again_it_leaves_what_an_uninterrupted_demo_leaves()
    {
        string[] arguments = ["demo", "--once", "--size", "small", "--seed", "5"];
        await using var directory = await KilledAsync(arguments);
        await using (var again = IndexerProcess.Start(directory.Path, arguments))
        {
            var exitCode = await again.ExitCodeAsync();
            Assert.True(exitCode == 0, string.Join('\n', again.Errors));
        }

        await using var database = await directory.OpenAsync("demo_small_5");
        await using var whole = await SimulatedIndex.IndexedAsync(World.Create(5, WorldSize.Small));
        Assert.Equal(await whole.DumpAsync(), await Dump.OfAsync(database.DataSource));
    }

    /// <summary>A directory in which a demo was killed while it indexed; one that was too quick for that does not count.</summary>
    private static async Task<DataDirectory> KilledAsync(string[] arguments)
    {
        while (true)
        {
            var directory = new DataDirectory();
            await using var killed = IndexerProcess.Start(directory.Path, arguments);
            await killed.LineAsync(line => line.Contains("backfill", StringComparison.Ordinal));
            killed.Kill();
            if (await killed.ExitCodeAsync() != 0)
            {
                return directory;
            }

            await directory.DisposeAsync();
        }
    }

    [Fact]
    public async Task Its_PostgreSQL_may_die_under_it()
    {
        await using var directory = new DataDirectory();
        await using var program = IndexerProcess.Start(
            directory.Path,
            "demo",
            "--once",
            "--size",
            "small",
            "--seed",
            "5"
        );
        await program.LineAsync(line => line.Contains("backfill", StringComparison.Ordinal));
        using (var server = Process.GetProcessById(EmbeddedPostgres.TryFindRunning(directory.Path)!.ProcessId))
        {
            server.Kill();
        }

        var exitCode = await program.ExitCodeAsync();
        Assert.True(exitCode == 0, string.Join('\n', program.Errors));
        Assert.Contains(program.Errors, line => line.Contains("starting it again", StringComparison.Ordinal));
        await using var database = await directory.OpenAsync("demo_small_5");
        await using var whole = await SimulatedIndex.IndexedAsync(World.Create(5, WorldSize.Small));
        Assert.Equal(await whole.DumpAsync(), await Dump.OfAsync(database.DataSource));
    }

    [Fact]
    public async Task While_it_serves_it_answers_and_when_asked_to_it_ends()
    {
        var port = Ports.Free();
        await using var directory = new DataDirectory();
        await using var program = IndexerProcess.Start(
            directory.Path,
            "demo",
            "--size",
            "small",
            "--port",
            port.ToString()
        );
        await program.LineAsync(line =>
            line.StartsWith("khala", StringComparison.Ordinal) && !line.Contains("starting", StringComparison.Ordinal)
        );
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            using var health = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }

        var metrics = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Contains("network=\"ethereum\"", metrics, StringComparison.Ordinal);
        using var answer = await client.PostAsJsonAsync(
            "/graphql",
            new { query = "{ networks { edges { node { name } } } }" },
            TestContext.Current.CancellationToken
        );
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Contains("khala", json.GetProperty("data").ToString(), StringComparison.Ordinal);
        await program.TerminateAsync();
        Assert.Equal(0, await program.ExitCodeAsync().WaitAsync(Quickly, TimeProvider.System));
    }
}
