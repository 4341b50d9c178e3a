using System.CommandLine;
using System.Diagnostics;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Running;
using Indexer.Migrations;
using Indexer.Storage.Embedded;

namespace Indexer.Host.Commands;

/// <summary><c>indexer db</c>: the private PostgreSQL by hand.</summary>
internal static class DatabaseCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("db", "Controls the database.");
        Add("up", "Starts the private PostgreSQL and leaves it running.", UpAsync);
        Add("down", "Stops the private PostgreSQL that db up left running.", DownAsync);
        Add("path", "Prints the data directory of the private PostgreSQL.", PathAsync);
        Add("psql", "Opens psql on the private PostgreSQL.", PsqlAsync);
        Add("migrate", "Brings the schema of the database to this version of the program.", MigrateAsync);
        return command;

        void Add(string name, string description, Func<DatabaseConfiguration, CancellationToken, Task<int>> action)
        {
            var verb = new Command(name, description) { common.Config };
            verb.SetAction(
                (parsed, cancellationToken) =>
                    Failures.GuardAsync(
                        () =>
                            action(
                                ConfigurationLoader.Load(parsed.GetValue(common.Config)).Database,
                                cancellationToken
                            ),
                        cancellationToken
                    )
            );
            command.Add(verb);
        }
    }

    private static async Task<int> UpAsync(DatabaseConfiguration configuration, CancellationToken cancellationToken)
    {
        var endpoint = await EmbeddedPostgres.StartDetachedAsync(
            IndexDatabase.Options(configuration),
            StartupNotes.Console,
            cancellationToken
        );
        await endpoint.EnsureDatabaseAsync(IndexDatabase.DefaultName, cancellationToken);
        Console.WriteLine(endpoint.ConnectionString(IndexDatabase.DefaultName));
        return Failures.Success;
    }

    private static async Task<int> DownAsync(DatabaseConfiguration configuration, CancellationToken cancellationToken)
    {
        var stopped = await EmbeddedPostgres.StopAsync(IndexDatabase.Options(configuration), cancellationToken);
        Console.WriteLine(stopped ? "Stopped." : "It was not running.");
        return Failures.Success;
    }

    private static Task<int> PathAsync(DatabaseConfiguration configuration, CancellationToken cancellationToken)
    {
        Console.WriteLine(IndexDatabase.Options(configuration).DataDirectory);
        return Task.FromResult(Failures.Success);
    }

    private static async Task<int> PsqlAsync(DatabaseConfiguration configuration, CancellationToken cancellationToken)
    {
        var options = IndexDatabase.Options(configuration);
        if (EmbeddedPostgres.TryFindRunning(options.DataDirectory) is not { } endpoint)
        {
            return Failures.Report(
                $"No PostgreSQL runs in {options.DataDirectory}. Start it: indexer db up",
                Failures.Failed
            );
        }

        var installation = await options.Locator.FindAsync(major: null, StartupNotes.Console, cancellationToken);
        if (installation.Find("psql") is not { } program)
        {
            return Failures.Report($"{installation.BinDirectory} has no psql.", Failures.Failed);
        }

        using var psql = Process.Start(
            new ProcessStartInfo(program, [.. endpoint.PsqlArguments(IndexDatabase.DefaultName)])
            {
                UseShellExecute = false,
            }
        )!;
        await psql.WaitForExitAsync(cancellationToken);
        return psql.ExitCode;
    }

    private static async Task<int> MigrateAsync(
        DatabaseConfiguration configuration,
        CancellationToken cancellationToken
    )
    {
        await using var database = await IndexDatabase.ConnectAsync(
            configuration,
            IndexDatabase.DefaultName,
            cancellationToken
        );
        await Schema.MigrateAsync(database.DataSource, cancellationToken);
        Console.WriteLine($"The schema is current: {database.Description}");
        return Failures.Success;
    }
}
