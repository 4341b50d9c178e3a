using System.CommandLine;
using System.Globalization;
using Indexer.Domain;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Display;
using Indexer.Host.Reporting;
using Indexer.Host.Running;

namespace Indexer.Host.Commands;

/// <summary><c>indexer status</c>: what the database tells of networks and jobs. Creates nothing.</summary>
internal static class StatusCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("status", "Shows how far every network is indexed, and how the jobs stand.")
        {
            common.Config,
            common.Demo,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    () =>
                        ShowAsync(
                            ConfigurationLoader.Load(parsed.GetValue(common.Config)),
                            parsed.GetValue(common.Demo),
                            cancellationToken
                        ),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> ShowAsync(
        IndexerConfiguration configuration,
        bool demo,
        CancellationToken cancellationToken
    )
    {
        await using var database = await DatabaseAccess.RequireAsync(configuration.Database, demo, cancellationToken);
        var others = database.Others.Count > 0 ? $" (there are also {string.Join(", ", database.Others)})" : "";
        Console.WriteLine($"Database: {database.Name}{others}");
        var report = await ReportQuery.ReadAsync(
            database.DataSource,
            database.IsDemo ? [] : [.. configuration.Networks.Keys],
            cancellationToken
        );
        PlainTable.Print(
            ["network", "state", "indexed", "finalized", "head", "events", "sign of life (UTC)"],
            report.Networks.Select(Row)
        );
        foreach (var network in report.Networks.Where(network => network.Reason is not null))
        {
            var next = network.NextTryAt is { } time ? $"; next try {Text(time)}" : "";
            Console.WriteLine($"{network.Network} {network.Word} since {Text(network.Since)}{next}: {network.Reason}");
        }

        PlainTable.Print(["job", "state", "last run (UTC)", "took", "next run (UTC)"], report.Jobs.Select(Row));
        foreach (var job in report.Jobs.Where(job => job.Failure is not null))
        {
            Console.WriteLine($"{job.Name} failed: {job.Failure}");
        }

        return Failures.Success;
    }

    private static string[] Row(NetworkReport network) =>
        [
            network.Network,
            network.Word,
            Text(network.Indexed),
            Text(network.Finalized),
            Text(network.Head),
            Text(network.Events),
            Text(network.UpdatedAt),
        ];

    private static string[] Row(Job job) =>
        [
            job.Name,
            job.State?.ToString().ToLowerInvariant() ?? "never run",
            Text(job.StartedAt),
            job.DurationMilliseconds is { } milliseconds ? $"{Text(milliseconds)} ms" : "",
            Text(job.NextAt),
        ];

    private static string Text(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
