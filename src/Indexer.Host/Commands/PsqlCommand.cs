using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Running;
using Npgsql;

namespace Indexer.Host.Commands;

/// <summary><c>indexer db psql</c>: psql on the database, with arguments of psql's own.</summary>
internal static class PsqlCommand
{
    /// <summary>Its name; the program leaves Ctrl-C to psql.</summary>
    public const string Name = "psql";

    public static Command Create(CommonOptions common)
    {
        var arguments = new Argument<string[]>("arguments")
        {
            Description = "Arguments of psql, for example -c 'select * from network'.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(Name, "Opens psql on the database, also while the indexer runs.")
        {
            arguments,
            common.Config,
            common.Demo,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    () =>
                        RunAsync(
                            ConfigurationLoader.Load(parsed.GetValue(common.Config)).Database,
                            parsed.GetValue(common.Demo),
                            parsed.GetValue(arguments) ?? [],
                            cancellationToken
                        ),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        DatabaseConfiguration configuration,
        bool demo,
        string[] arguments,
        CancellationToken cancellationToken
    )
    {
        var options = IndexDatabase.Options(configuration);
        await using var database = await DatabaseAccess.FindAsync(configuration, demo, cancellationToken);
        if (database is null)
        {
            return Failures.Report(
                $"There is no database in {options.DataDirectory} yet. Start with: indexer demo --once, or: indexer db up",
                Failures.Failed
            );
        }

        if (options.Locator.FindClient(Name) is not { } program)
        {
            var address = database.Endpoint is { } endpoint ? $" The database is at {endpoint.Uri(database.Name)}" : "";
            return Failures.Report(
                $"psql is not on this machine; install it, for example with `apt-get install postgresql-client`.{address}",
                Failures.Failed
            );
        }

        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        Connect(start, configuration, database);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Ctrl-C is for psql, which ends a query by it and not itself.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var psql = Process.Start(start)!;
        await psql.WaitForExitAsync(CancellationToken.None);
        return psql.ExitCode;
    }

    private static void Connect(ProcessStartInfo start, DatabaseConfiguration configuration, DatabaseAccess database)
    {
        if (database.Endpoint is { } endpoint)
        {
            foreach (var argument in endpoint.PsqlArguments(database.Name))
            {
                start.ArgumentList.Add(argument);
            }

            return;
        }

        // By the environment, so that other users of the machine do not read the password among the arguments.
        var written = new NpgsqlConnectionStringBuilder(configuration.ConnectionString?.Reveal());
        start.Environment["PGHOST"] = written.Host;
        start.Environment["PGPORT"] = written.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = written.Username;
        start.Environment["PGDATABASE"] = written.Database;
        start.Environment["PGPASSWORD"] = written.Password;
    }
}
