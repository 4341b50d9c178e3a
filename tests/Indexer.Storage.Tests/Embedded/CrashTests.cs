using System.Diagnostics;
using System.Threading.Channels;
using Indexer.Storage.Embedded;

namespace Indexer.Storage.Tests.Embedded;

public sealed class CrashTests
{
    [Fact]
    public async Task A_killed_server_recovers_at_the_next_start()
    {
        await using var directory = new TemporaryDirectory(durable: true);
        await using (var first = await directory.StartAsync())
        {
            await Sql.WriteSevenAsync(first.Endpoint);
            await ServerProcess.KillAsync(first.Endpoint.ProcessId);
        }

        await using var second = await directory.StartAsync();
        await Sql.AssertSevenAsync(second.Endpoint);
        Assert.Contains(
            "automatic recovery",
            await File.ReadAllTextAsync(Path.Combine(directory.Data, "postgres.log"))
        );
    }

    [Theory]
    [InlineData("data")]
    [InlineData(
        "a directory whose path is far too long to hold the socket of a server, and has spaces beside that 'and quotes'"
    )]
    public async Task A_server_that_is_killed_while_it_is_watched_comes_back_where_it_was(string name)
    {
        await using var directory = new TemporaryDirectory(name, durable: true);
        var options = directory.Options with { Watch = TimeSpan.FromMilliseconds(20) };
        await using var postgres = await EmbeddedPostgres.StartAsync(options, progress: null, CancellationToken.None);
        using var end = new CancellationTokenSource();
        var starts = Channel.CreateUnbounded<string>();
        var watch = postgres.KeepAliveAsync(new Told(starts.Writer), end.Token);
        await Sql.WriteSevenAsync(postgres.Endpoint);
        for (var time = 0; time < 2; time++)
        {
            var before = EmbeddedPostgres.TryFindRunning(options.DataDirectory)!;
            await ServerProcess.KillAsync(before.ProcessId);
            Assert.Contains("starting it again", await starts.Reader.ReadAsync(), StringComparison.Ordinal);
            Assert.Contains("runs again", await starts.Reader.ReadAsync(), StringComparison.Ordinal);
            Assert.NotEqual(before, EmbeddedPostgres.TryFindRunning(options.DataDirectory));
            await Sql.AssertSevenAsync(postgres.Endpoint);
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    [Fact]
    public async Task The_server_of_a_killed_program_is_stopped_before_the_next_start()
    {
        await using var directory = new TemporaryDirectory();
        using var program = await ClusterHolder.StartAsync(directory.Data);
        var orphan = EmbeddedPostgres.TryFindRunning(directory.Data)!;
        await Sql.WriteSevenAsync(orphan);
        await program.KillAsync();
        Assert.Equal(orphan, EmbeddedPostgres.TryFindRunning(directory.Data));

        await using var next = await directory.StartAsync();
        await Sql.AssertSevenAsync(next.Endpoint);
        Assert.NotEqual(orphan.ProcessId, next.Endpoint.ProcessId);
        ServerProcess.AssertEnded(orphan.ProcessId);
    }

    [Fact]
    public async Task A_left_over_pid_that_now_belongs_to_another_program_does_not_prevent_a_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stranger is a Unix program.");
        await using var directory = new TemporaryDirectory();
        await using (var first = await directory.StartAsync())
        {
            await Sql.WriteSevenAsync(first.Endpoint);
            await ServerProcess.KillAsync(first.Endpoint.ProcessId);
        }

        // The stranger runs as the server's user: only then does PostgreSQL believe that it is a server.
        string[] line = [.. ServerAccount.Choose().Switch, "sleep", "600"];
        using var stranger = Process.Start(line[0], line.Skip(1));
        try
        {
            await GiveLockFilesToAsync(stranger.Id, directory.Data);
            Assert.Null(EmbeddedPostgres.TryFindRunning(directory.Data));
            await using var second = await directory.StartAsync();
            await Sql.AssertSevenAsync(second.Endpoint);
            Assert.False(stranger.HasExited);
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public async Task A_cluster_that_was_half_made_when_its_program_died_is_made_anew()
    {
        await using var directory = new TemporaryDirectory();
        await using (await directory.StartAsync()) { }
        var made = new DataDirectory(directory.Data);
        var halfMade = made.NameNewCluster();
        Directory.Move(made.Cluster, halfMade);
        File.Delete(Path.Combine(halfMade, "global", "pg_control"));

        await using var postgres = await directory.StartAsync();
        Assert.Equal(1, await Sql.ScalarAsync(postgres.Endpoint, "select 1"));
        Assert.Empty(made.HalfMadeClusters());
    }

    private sealed class Told(ChannelWriter<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.TryWrite(value);
    }

    private static async Task GiveLockFilesToAsync(int processId, string data)
    {
        foreach (
            var path in (string[])
                [Path.Combine(data, "cluster", "postmaster.pid"), Path.Combine(data, ".s.PGSQL.5432.lock")]
        )
        {
            var lines = await File.ReadAllLinesAsync(path);
            lines[0] = $"{processId}";
            await File.WriteAllLinesAsync(path, lines);
        }
    }
}
