using Indexer.Storage.Embedded;

namespace Indexer.Storage.Tests.Embedded;

public sealed class LifeCycleTests
{
    [Fact]
    public async Task A_restart_keeps_the_data_and_a_stop_leaves_nothing_running()
    {
        await using var directory = new TemporaryDirectory(durable: true);
        int processId;
        await using (var first = await directory.StartAsync())
        {
            await Sql.WriteSevenAsync(first.Endpoint);
            processId = first.Endpoint.ProcessId;
            Assert.Equal(first.Endpoint, EmbeddedPostgres.TryFindRunning(directory.Data));
        }

        Assert.Null(EmbeddedPostgres.TryFindRunning(directory.Data));
        ServerProcess.AssertEnded(processId);
        await using var second = await directory.StartAsync();
        await Sql.AssertSevenAsync(second.Endpoint);
        Assert.DoesNotContain(
            "not properly shut down",
            await File.ReadAllTextAsync(Path.Combine(directory.Data, "postgres.log"))
        );
    }

    [Fact]
    public async Task A_data_directory_that_is_named_like_a_socket_directory_is_kept()
    {
        var options = TemporaryDirectory.OptionsFor($"/tmp/phala-indexer-{Guid.NewGuid():N}", durable: true);
        try
        {
            await using (var first = await EmbeddedPostgres.StartAsync(options, progress: null, default))
            {
                await Sql.WriteSevenAsync(first.Endpoint);
            }

            await using var second = await EmbeddedPostgres.StartAsync(options, progress: null, default);
            await Sql.AssertSevenAsync(second.Endpoint);
        }
        finally
        {
            await EmbeddedPostgres.DeleteAsync(options, default);
        }
    }

    [Fact]
    public async Task The_cluster_is_utf8_with_the_c_collation_and_reachable_only_by_its_user()
    {
        await using var directory = new TemporaryDirectory(durable: true);
        await using var postgres = await directory.StartAsync();
        await postgres.Endpoint.EnsureDatabaseAsync("indexer", default);
        await postgres.Endpoint.EnsureDatabaseAsync("indexer", default);
        Assert.Equal(
            "UTF8 C",
            await Sql.ScalarAsync(
                postgres.Endpoint,
                "select pg_encoding_to_char(encoding) || ' ' || datcollate from pg_database where datname = 'indexer'"
            )
        );
        Assert.Equal("on", await Sql.ScalarAsync(postgres.Endpoint, "show fsync"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("", await Sql.ScalarAsync(postgres.Endpoint, "show listen_addresses"));
            const UnixFileMode OnlyUser = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Assert.Equal(OnlyUser, File.GetUnixFileMode(directory.Data));
        }
    }

    [Fact]
    public async Task A_detached_server_is_shared_until_it_is_stopped_or_deleted()
    {
        await using var directory = new TemporaryDirectory();
        var detached = await EmbeddedPostgres.StartDetachedAsync(directory.Options, progress: null, default);
        await using (var user = await directory.StartAsync())
        {
            Assert.Equal(detached, user.Endpoint);
        }

        Assert.Equal(detached, EmbeddedPostgres.TryFindRunning(directory.Data));
        Assert.True(await EmbeddedPostgres.StopAsync(directory.Options, default));
        Assert.Null(EmbeddedPostgres.TryFindRunning(directory.Data));
        Assert.False(await EmbeddedPostgres.StopAsync(directory.Options, default));

        await using (await directory.StartAsync()) { }
        Assert.Null(EmbeddedPostgres.TryFindRunning(directory.Data));

        await EmbeddedPostgres.StartDetachedAsync(directory.Options, progress: null, default);
        await EmbeddedPostgres.DeleteAsync(directory.Options, default);
        Assert.False(Directory.Exists(directory.Data));
    }

    [Fact]
    public async Task A_cancelled_start_leaves_the_directory_free()
    {
        await using var directory = new TemporaryDirectory();
        using var cancelled = new CancellationTokenSource();
        var cancelOnFirstStep = new Immediate(_ => cancelled.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await EmbeddedPostgres.StartAsync(directory.Options, cancelOnFirstStep, cancelled.Token)
        );
        Assert.Null(EmbeddedPostgres.TryFindRunning(directory.Data));
        await using var postgres = await directory.StartAsync();
        Assert.Equal(1, await Sql.ScalarAsync(postgres.Endpoint, "select 1"));
    }

    private sealed class Immediate(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}
