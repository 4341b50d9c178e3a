using System.Diagnostics;
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
