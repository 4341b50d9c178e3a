using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Indexer.EndToEnd.Tests.Kit;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary>What people try first: a demo, a look at it, the demo again.</summary>
public sealed partial class NewcomerTests
{
    [Fact]
    public async Task A_look_at_nothing_creates_nothing()
    {
        await using var directory = new DataDirectory();
        foreach (var arguments in new string[][] { ["status"], ["status", "--demo"], ["db", "psql"] })
        {
            await using var program = IndexerProcess.Start(directory.Path, arguments);
            Assert.Equal(1, await program.ExitCodeAsync());
            Assert.Contains(directory.Path, Assert.Single(program.Errors), StringComparison.Ordinal);
            Assert.False(Directory.Exists(directory.Path));
        }
    }

    [Fact]
    public async Task After_a_demo_everybody_sees_the_demo_and_the_next_one_goes_on()
    {
        await using var directory = new DataDirectory();
        var once = await RunAsync(directory, "demo", "--once", "--size", "small");
        Assert.StartsWith("Phala indexer: demo", once, StringComparison.Ordinal);
        var status = await RunAsync(directory, "status");
        foreach (var shown in new[] { "demo_small_1", "khala", "finished", "snapshot", "live" })
        {
            Assert.Contains(shown, status, StringComparison.Ordinal);
        }

        Assert.Equal("300\n", await HeightAsync(directory));
        await AssertAddressesAsync(directory);
        var reached = await LiveAsync(directory, 301);
        reached = await LiveAsync(directory, reached + 1);
        await RunAsync(directory, "demo", "--once", "--size", "small");
        Assert.InRange(int.Parse(await HeightAsync(directory), CultureInfo.InvariantCulture), reached, int.MaxValue);
    }

    [Fact]
    public async Task Ctrl_C_before_the_end_is_told_and_a_failure()
    {
        while (true)
        {
            await using var directory = new DataDirectory();
            await using var program = IndexerProcess.Start(directory.Path, "demo", "--once", "--size", "small");
            await program.LineAsync(line => line.Contains("backfill", StringComparison.Ordinal));
            await program.TerminateAsync();
            var exitCode = await program.ExitCodeAsync();
            if (exitCode == 0)
            {
                // It was quicker.
                continue;
            }

            Assert.Equal(130, exitCode);
            Assert.Contains("interrupted", Assert.Single(program.Errors, Ours), StringComparison.Ordinal);
            return;
        }
    }

    /// <summary>Both addresses that db up prints lead to the demo.</summary>
    private static async Task AssertAddressesAsync(DataDirectory directory)
    {
        var addresses = (await RunAsync(directory, "db", "up")).TrimEnd().Split('\n');
        Assert.Contains("Database=demo_small_1", addresses[0], StringComparison.Ordinal);
        var byAddress = await RunAsync(
            directory,
            "db",
            "psql",
            "-d",
            addresses[1],
            "-tAc",
            "select count(*) from network"
        );
        Assert.Equal("5\n", byAddress);
        Assert.Equal(addresses, (await RunAsync(directory, "db", "up", "--demo")).TrimEnd().Split('\n'));
        Assert.Equal("Stopped.\n", await RunAsync(directory, "db", "down"));
    }

    /// <summary>Starts a demo, waits until Ethereum is indexed to a height, looks at it while it runs, and ends it.</summary>
    /// <returns>How far it came.</returns>
    private static async Task<int> LiveAsync(DataDirectory directory, int height)
    {
        var port = Ports.Free();
        await using var program = IndexerProcess.Start(
            directory.Path,
            "demo",
            "--size",
            "small",
            "--port",
            port.ToString(CultureInfo.InvariantCulture)
        );
        await program.LineAsync(line =>
            Ethereum().Match(line) is { Success: true } match
            && int.Parse(match.Groups["blocks"].Value, CultureInfo.InvariantCulture) > height
        );
        Assert.Contains("live", await RunAsync(directory, "status"), StringComparison.Ordinal);
        var reached = int.Parse(await HeightAsync(directory), CultureInfo.InvariantCulture);
        Assert.InRange(reached, height, int.MaxValue);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var jobs = await client.GetAsync("/jobs", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, jobs.StatusCode);
        await program.TerminateAsync();
        Assert.Equal(0, await program.ExitCodeAsync());
        return reached;
    }

    private static Task<string> HeightAsync(DataDirectory directory) =>
        RunAsync(directory, "db", "psql", "-tAc", "select height from cursor where network = 'ethereum'");

    private static async Task<string> RunAsync(DataDirectory directory, params string[] arguments)
    {
        await using var program = IndexerProcess.Start(directory.Path, arguments);
        var exitCode = await program.ExitCodeAsync();
        Assert.True(exitCode == 0, $"{string.Join(' ', arguments)}: {string.Join('\n', program.Errors)}");
        return program.Output;
    }

    private static bool Ours(string line) => line.StartsWith("indexer: ", StringComparison.Ordinal);

    [GeneratedRegex("^ethereum +live +(?<blocks>[0-9]+) of", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ethereum();
}
