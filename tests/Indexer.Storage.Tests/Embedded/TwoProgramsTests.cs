using Indexer.Storage.Embedded;

namespace Indexer.Storage.Tests.Embedded;

public sealed class TwoProgramsTests
{
    [Fact]
    public async Task The_second_program_is_told_who_has_the_directory_but_may_connect()
    {
        await using var directory = new TemporaryDirectory();
        using var program = await ClusterHolder.StartAsync(directory.Data);

        var error = await directory.StartFailsAsync();
        Assert.Contains(directory.Data, error.Message);
        Assert.Contains($"process {program.ProcessId}", error.Message);
        Assert.DoesNotContain('\n', error.Message);
        var stop = await Assert.ThrowsAsync<EmbeddedPostgresException>(() =>
            EmbeddedPostgres.StopAsync(directory.Options, default)
        );
        Assert.Contains($"process {program.ProcessId}", stop.Message);

        var running = EmbeddedPostgres.TryFindRunning(directory.Data)!;
        Assert.Equal(1, await Sql.ScalarAsync(running, "select 1"));
        Assert.Equal(0, await program.EndAsync());
        Assert.Null(EmbeddedPostgres.TryFindRunning(directory.Data));
        await using var now = await directory.StartAsync();
    }

    [Fact]
    public async Task Of_two_starts_at_once_one_wins_and_the_other_is_refused()
    {
        await using var directory = new TemporaryDirectory();
        var starts = Enumerable.Range(0, 2).Select(_ => Task.Run(directory.StartAsync)).ToList();
        await ((Task)Task.WhenAll(starts)).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
        );
        await using var winner = await starts.Single(start => start.IsCompletedSuccessfully);
        var loser = starts.Single(start => start.IsFaulted);
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => loser);
        Assert.Contains("in use by another indexer", refused.Message);
        Assert.Equal(1, await Sql.ScalarAsync(winner.Endpoint, "select 1"));
    }

    /// <summary>However the two meet: what the winner puts into the directory does not make it a foreign one.</summary>
    [Fact]
    public async Task Of_two_that_make_the_directory_at_once_the_loser_is_told_that_it_is_in_use()
    {
        await using var parent = new TemporaryDirectory();
        using var together = new Barrier(2);
        foreach (var round in Enumerable.Range(0, 100))
        {
            var directory = new DataDirectory(Path.Combine(parent.Parent, $"{round}"));
            var tries = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Acquire(directory))));
            using var won = tries.Single(one => one.Held is not null).Held;
            Assert.Contains("in use by another indexer", tries.Single(one => one.Held is null).Refusal);
        }

        (DataDirectoryLock? Held, string? Refusal) Acquire(DataDirectory directory)
        {
            together.SignalAndWait();
            try
            {
                return (directory.Acquire(), null);
            }
            catch (EmbeddedPostgresException refused)
            {
                return (null, refused.Message);
            }
        }
    }
}
