using System.CommandLine;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Running;
using Indexer.Migrations;
using Indexer.Storage.Embedded;

namespace Indexer.Host.Commands;

/// <summary><c>indexer db</c>: the database by hand.</summary>
internal static class DatabaseCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("db", "Controls the database.") { PsqlCommand.Create(common) };
        Add("up", "Starts the private PostgreSQL, leaves it running, and prints how to connect.", UpAsync)
            .Add(common.Demo);
        Add("down", "Stops the private PostgreSQL that db up left running.", DownAsync);
        Add("path", "Prints the data directory of the private PostgreSQL.", PathAsync);
        Add("migrate", "Brings the schema of the database to this version of the program.", MigrateAsync);
        return command;

        Command Add(
            string name,
            string description,
            Func<DatabaseConfiguration, bool, CancellationToken, Task<int>> action
        )
        {
            var verb = new Command(name, description) { common.Config };
            verb.SetAction(
                (parsed, cancellationToken) =>
                    Failures.GuardAsync(
                        () =>
                            action(
                                ConfigurationLoader.Load(parsed.GetValue(common.Config)).Database,
                                verb.Options.Contains(common.Demo) && parsed.GetValue(common.Demo),
                                cancellationToken
                            ),
                        cancellationToken
                    )
            );
            command.Add(verb);
            return verb;
        }
    }

    private static async Task<int> UpAsync(
        DatabaseConfiguration configuration,
        bool demo,
        CancellationToken cancellationToken
    )
    {
        var options = IndexDatabase.Options(configuration);
        var endpoint =
            EmbeddedPostgres.TryFindRunning(options.DataDirectory)
            ?? await EmbeddedPostgres.StartDetachedAsync(options, StartupNotes.Console, cancellationToken);
        var chosen = await DatabaseAccess.ChooseAsync(endpoint, demo, cancellationToken);
        if (chosen is null && demo)
        {
            return Failures.Report($"No demo was indexed in {options.DataDirectory} yet.", Failures.Failed);
        }

        var name = chosen?.Name ?? IndexDatabase.DefaultName;
        await endpoint.EnsureDatabaseAsync(name, cancellationToken);
        Console.WriteLine(endpoint.ConnectionString(name));
        Console.WriteLine(endpoint.Uri(name));
        return Failures.Success;
    }

    private static async Task<int> DownAsync(
        DatabaseConfiguration configuration,
        bool demo,
        CancellationToken cancellationToken
    )
    {
        var stopped = await EmbeddedPostgres.StopAsync(IndexDatabase.Options(configuration), cancellationToken);
        Console.WriteLine(stopped ? "Stopped." : "It was not running.");
        return Failures.Success;
    }

    private static Task<int> PathAsync(
        DatabaseConfiguration configuration,
        bool demo,
        CancellationToken cancellationToken
    )
    {
        Console.WriteLine(IndexDatabase.Options(configuration).DataDirectory);
        return Task.FromResult(Failures.Success);
    }

    private static async Task<int> MigrateAsync(
        DatabaseConfiguration configuration,
        bool demo,
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
