using Indexer.Api;
using Indexer.Domain;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Display;
using Indexer.Host.Running;
using Indexer.Host.Web;
using Indexer.Ingestion;
using Indexer.Jobs;
using Indexer.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Indexer.Host.Commands;

/// <summary>A running program: its database, its logs, and what it serves; all of it ends when the session is disposed.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly IndexDatabase database;
    private readonly ILoggerFactory loggers;
    private readonly Action<ILoggingBuilder> configureLogging;
    private readonly ProgressBoard board = new();
    private WebApplication? web;

    private Session(IndexDatabase database, Action<ILoggingBuilder> configureLogging)
    {
        this.database = database;
        this.configureLogging = configureLogging;
        loggers = LoggerFactory.Create(configureLogging);
    }

    /// <summary>Where results are written.</summary>
    public IAnsiConsole Console { get; } = AnsiConsole.Console;

    /// <summary>Opens the database.</summary>
    public static async Task<Session> OpenAsync(
        DatabaseConfiguration configuration,
        string databaseName,
        SessionOutput output,
        CancellationToken cancellationToken
    )
    {
        var opened = await IndexDatabase.OpenAsync(configuration, databaseName, cancellationToken);
        System.Console.WriteLine($"Database: {opened.Description}");
        var level = output.Verbose ? LogLevel.Debug : LogLevel.Warning;
        return new Session(opened, logging => LoggingSetup.Configure(logging, output.JsonLogs, level));
    }

    /// <summary>Starts to serve what the process has the role for; where it has, jobs run from now on.</summary>
    /// <exception cref="IOException">An address is in use.</exception>
    public async Task ServeAsync(WebSettings settings, CancellationToken cancellationToken)
    {
        var role = settings.Role;
        web = await WebServer.StartAsync(settings, database, configureLogging, cancellationToken);
        Tell("GraphQL", Role.Api, IndexerApi.Path);
        Tell("Jobs", Role.Jobs, IndexerJobs.Path);
        Tell("Health", role, "/health/ready");

        void Tell(string what, Role needed, string path)
        {
            if (role.HasFlag(needed))
            {
                System.Console.WriteLine($"{what}: {string.Join(", ", web.Urls.Select(url => url + path))}");
            }
        }
    }

    /// <summary>Indexes the networks and shows the progress.</summary>
    public Task<NetworkOutcome[]> IngestAsync(
        IReadOnlyList<NetworkSettings> networks,
        bool untilHead,
        CancellationToken cancellationToken
    )
    {
        var run = new IngestionRun(database.ForIngestion(), board, loggers, TimeProvider.System);
        return Displays
            .For(board, TimeProvider.System)
            .ShowAsync(() => run.RunAsync(networks, untilHead, cancellationToken), cancellationToken);
    }

    /// <summary>Height of the last indexed block of a network; null when there is none.</summary>
    public async Task<long?> IndexedHeightAsync(string network, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        return (await context.FindCursorAsync(network, cancellationToken))?.Height;
    }

    /// <summary>What the database holds of every network.</summary>
    public Task<IReadOnlyList<Summary>> SummariesAsync(CancellationToken cancellationToken) =>
        SummaryQuery.ReadAsync(database.DataSource, cancellationToken);

    /// <summary>Reports the networks that an error stopped.</summary>
    /// <returns>The exit code.</returns>
    public static int Conclude(IEnumerable<NetworkOutcome> outcomes)
    {
        var exitCode = Failures.Success;
        foreach (var progress in outcomes.Select(outcome => outcome.Progress))
        {
            if (progress.State == IngestionState.Stopped)
            {
                exitCode = Failures.Report($"{progress.Network} stopped: {progress.Reason}", Failures.Failed);
            }
        }

        return exitCode;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (web is not null)
        {
            await web.StopAsync();
            await web.DisposeAsync();
        }

        await database.DisposeAsync();
        loggers.Dispose();
    }
}
