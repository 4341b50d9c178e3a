using Indexer.Domain;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Display;
using Indexer.Host.Running;
using Indexer.Host.Web;
using Indexer.Ingestion;
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

    /// <summary>Starts to serve GraphQL, health and metrics.</summary>
    /// <exception cref="IOException">An address is in use.</exception>
    public async Task ServeAsync(ApiSettings settings, CancellationToken cancellationToken)
    {
        web = await ApiServer.StartAsync(settings, database, board, configureLogging, cancellationToken);
        System.Console.WriteLine($"GraphQL: {string.Join(", ", web.Urls.Select(url => url + "/graphql"))}");
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
