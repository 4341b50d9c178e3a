using System.Data;
using Indexer.GraphQL.Types;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Streaming;

/// <summary>
/// Knows the newest step of the feed and wakes those who wait for a newer one. It listens on one connection; where that
/// cannot be (a replica, a lost connection) it looks again and again.
/// </summary>
internal sealed class FeedSignal(NpgsqlDataSource dataSource, SequenceFeed feed, TimeProvider time, ILogger logger)
    : IDisposable,
        IAsyncDisposable
{
    /// <summary>How often it looks when nothing is notified: replicas apply a step later than it is told.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private TaskCompletionSource changed = NewSource();
    private Task? listening;
    private long newest;

    private string LatestSql => $"select coalesce(max({Sql.Identifier(feed.Column)}), 0) from {Sql.Table(feed.Table)}";

    /// <summary>Waits until the newest step is at least this one.</summary>
    /// <returns>The newest step.</returns>
    public async Task<long> WaitAsync(long step, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                listening ??= ListenAsync(stop.Token);
                if (newest >= step)
                {
                    return newest;
                }

                next = changed.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Stops listening, without waiting for it.</summary>
    public void Dispose() => stop.Cancel();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (listening is { } running)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
                try
                {
                    await ListenAsync(connection, cancellationToken);
                }
                finally
                {
                    await ForgetAsync(connection);
                }
            }
            catch (NpgsqlException failure)
            {
                logger.LogWarning(failure, "Subscriptions wait for the database.");
                await Task.Delay(LookInterval, time, cancellationToken);
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var isListening = await TryListenAsync(connection, cancellationToken);
#pragma warning disable CA2100 // The schema's own names.
        await using var latest = new NpgsqlCommand(LatestSql, connection);
#pragma warning restore CA2100
        while (true)
        {
            Publish((long)(await latest.ExecuteScalarAsync(cancellationToken))!);
            if (isListening)
            {
                await connection.WaitAsync(LookInterval, cancellationToken);
            }
            else
            {
                await Task.Delay(LookInterval, time, cancellationToken);
            }
        }
    }

    private async Task<bool> TryListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
#pragma warning disable CA2100 // The schema's own name.
            await using var command = new NpgsqlCommand($"listen {Sql.Identifier(feed.Channel)}", connection);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (PostgresException refusal)
            when (refusal.SqlState
                    is PostgresErrorCodes.ReadOnlySqlTransaction
                        or PostgresErrorCodes.FeatureNotSupported
            )
        {
            logger.LogInformation(
                "The database is a replica, where nothing is notified: looking every {Interval}.",
                LookInterval
            );
            return false;
        }
    }

    /// <summary>The pool may hand the connection to others as it is.</summary>
    private static async Task ForgetAsync(NpgsqlConnection connection)
    {
        if (connection.State == ConnectionState.Open)
        {
            await using var command = new NpgsqlCommand("unlisten *", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private void Publish(long step)
    {
        TaskCompletionSource woken;
        lock (gate)
        {
            if (step <= newest)
            {
                return;
            }

            newest = step;
            woken = changed;
            changed = NewSource();
        }

        woken.SetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
