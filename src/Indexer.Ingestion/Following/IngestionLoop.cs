using Indexer.Domain;
using Indexer.JsonRpc;
using Indexer.Storage;
using Microsoft.Extensions.Logging;

namespace Indexer.Ingestion;

/// <summary>
/// What the ingestion of every network has in common: it asks the source who it is, takes the network's lock, opens the
/// ledger where the last commit left it, and goes on in steps until the source or the caller ends it. What may pass is waited
/// for; what cannot be retried stops the network with a reason, and other networks go on.
/// </summary>
public abstract class IngestionLoop
{
    private const int MostContradictions = 3;

    /// <summary>How often a run to the head begins again for the database at least: with the doubled waits, about two minutes.</summary>
    private const int MostAttempts = 8;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private long? failedAt;
    private int failures;
    private TimeSpan waited;

    private protected IngestionLoop(
        NetworkSettings settings,
        IngestionDatabase database,
        IProgress<IngestionProgress> progress,
        TimeProvider timeProvider,
        ILogger logger
    )
    {
        (Settings, Database, Time, Logger) = (settings, database, timeProvider, logger);
        Status = new StatusRow(settings, database, progress, timeProvider);
    }

    private protected NetworkSettings Settings { get; }

    private protected IngestionDatabase Database { get; }

    private protected TimeProvider Time { get; }

    private protected ILogger Logger { get; }

    private protected StatusRow Status { get; }

    /// <summary>Indexes until the source or the caller ends it.</summary>
    /// <param name="untilHead">Ends at the finalized head instead of following the source.</param>
    /// <param name="cancellationToken">Ends after rolling back what is not committed.</param>
    /// <returns>How it ended: finished, at the head, or stopped with a reason.</returns>
    public async Task<IngestionProgress> RunAsync(bool untilHead, CancellationToken cancellationToken)
    {
        try
        {
            await IndexPatientlyAsync(untilHead, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await StopAsync(exception, cancellationToken);
        }

        return Status.Last;
    }

    /// <summary>Asks the source who it is and compares with the configuration.</summary>
    private protected abstract Task<Network> VerifyAsync(CancellationToken cancellationToken);

    /// <summary>One look at the source and what follows from it.</summary>
    /// <returns>False when there is nothing more to do.</returns>
    private protected abstract Task<bool> StepAsync(
        NetworkCommitter committer,
        bool untilHead,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Indexes, and begins again at the last commit when the database was away: a restart, a fail-over, a full disk or a lost lock
    /// leave nothing half written, and what is in memory is thrown away.
    /// </summary>
    private async Task IndexPatientlyAsync(bool untilHead, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await Status.SetAsync(IngestionState.Starting, cancellationToken);
                var network = await VerifyPatientlyAsync(untilHead, cancellationToken);
                await IndexAsync(network, untilHead, cancellationToken);
                return;
            }
            catch (Exception exception)
                when (DatabaseFailure.MayPass(exception)
                    && (CountFailure() <= MostAttempts || !untilHead || waited < Settings.Patience)
                )
            {
                Status.IsRegistered = false;
                await WaitAsync(exception, cancellationToken);
            }
        }
    }

    private async Task IndexAsync(Network network, bool untilHead, CancellationToken cancellationToken)
    {
        await using var held = await TakeLockAsync(cancellationToken);
        await Database.RegisterAsync(network, cancellationToken);
        await Database.LabelAsync(Settings.Name, Settings.Labels, cancellationToken);
        Status.IsRegistered = true;
        await using var heartbeat = Heartbeat.Start(Settings.Name, Database, Time, Logger);
        var committer = await Database.OpenLedgerAsync(Settings.Name, held, cancellationToken);
        Status.Cursor = committer.Cursor;
        while (true)
        {
            try
            {
                if (!await StepAsync(committer, untilHead, cancellationToken))
                {
                    await Status.WriteAsync(cancellationToken);
                    return;
                }

                (failures, waited) = (0, TimeSpan.Zero);
            }
            catch (SourceFailureException failure) when (MayPass(failure, untilHead))
            {
                await WaitAsync(failure, cancellationToken);
                committer = await Database.OpenLedgerAsync(Settings.Name, held, cancellationToken);
            }
        }
    }

    private async Task<Network> VerifyPatientlyAsync(bool untilHead, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await VerifyAsync(cancellationToken);
            }
            catch (SourceFailureException failure) when (MayPass(failure, untilHead))
            {
                await WaitAsync(failure, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Whether waiting may help: always when following, unless the failure is final. A run to the head has its patience, and asks
    /// at least a few times where nodes contradict themselves.
    /// </summary>
    private bool MayPass(SourceFailureException failure, bool untilHead)
    {
        var count = CountFailure();
        return failure.Kind != FailureKind.Final
            && (
                !untilHead
                || waited < Settings.Patience
                || (failure.Kind == FailureKind.OtherEndpoint && count < MostContradictions)
            );
    }

    /// <summary>How many failures came one after the other without a block in between, this one counted.</summary>
    private int CountFailure()
    {
        if (Status.Cursor?.Height != failedAt)
        {
            (failedAt, failures, waited) = (Status.Cursor?.Height, 0, TimeSpan.Zero);
        }

        return ++failures;
    }

    private async Task WaitAsync(Exception failure, CancellationToken cancellationToken)
    {
        Logger.LogWarning("{Network} waits: {Reason}", Settings.Name, failure.Message);
        IngestionTelemetry.Waits(Settings.Name, failure);
        var longest = TimeSpan.FromTicks(Math.Max(LongestWait.Ticks, Settings.PollInterval.Ticks));
        var doubled = Settings.PollInterval * (1L << Math.Min(failures - 1, 16));
        var wait = doubled < longest ? doubled : longest;
        waited += wait;
        await TellAsync(IngestionState.Waiting, failure, cancellationToken, Time.GetUtcNow() + wait);
        await Task.Delay(wait, Time, cancellationToken);
    }

    private Task StopAsync(Exception exception, CancellationToken cancellationToken)
    {
        Logger.Log(
            Explanation.IsIn(exception) ? LogLevel.Debug : LogLevel.Error,
            exception,
            "{Network} stopped: {Reason}",
            Settings.Name,
            exception.Message
        );
        IngestionTelemetry.Stopped(Settings.Name, exception);
        return TellAsync(IngestionState.Stopped, exception, cancellationToken);
    }

    /// <summary>Tells why it waits or stopped; listeners at least, when it is the database that is away.</summary>
    private async Task TellAsync(
        IngestionState state,
        Exception reason,
        CancellationToken cancellationToken,
        DateTimeOffset? nextTry = null
    )
    {
        try
        {
            await Status.SetAsync(state, cancellationToken, reason.Message, nextTry);
        }
        catch (Exception exception) when (DatabaseFailure.MayPass(exception))
        {
            Logger.LogDebug(exception, "{Network} could not write its status", Settings.Name);
            Status.Tell(state, reason.Message, nextTry);
        }
    }

    private async Task<NetworkLock> TakeLockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await Database.TryLockAsync(Settings.Name, cancellationToken) is { } held)
            {
                return held;
            }

            Logger.LogInformation("{Network} is indexed by another program; waiting for it to end", Settings.Name);
            await Task.Delay(Settings.PollInterval, Time, cancellationToken);
        }
    }
}
