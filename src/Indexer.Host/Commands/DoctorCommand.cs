using System.CommandLine;
using System.Text.Json;
using Indexer.Domain;
using Indexer.Handlers;
using Indexer.Host.Configuration;
using Indexer.Host.Diagnosis;
using Indexer.Host.Display;
using Indexer.Host.Running;
using Indexer.Ingestion;
using Indexer.JsonRpc;
using Microsoft.Extensions.Logging.Abstractions;

namespace Indexer.Host.Commands;

/// <summary>
/// <c>indexer doctor</c>: looks at configuration, endpoints, database, disk and clock, and says what to do about what is wrong. It
/// creates nothing. Exit code 1 when something would keep indexing from working.
/// </summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(CommonOptions common)
    {
        var json = new Option<bool>("--json") { Description = "The findings as JSON." };
        var command = new Command("doctor", "Looks at endpoints, database, disk, clock and configuration.")
        {
            json,
            common.Config,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    async () =>
                        Report(
                            await ExamineAsync(
                                ConfigurationLoader.Load(parsed.GetValue(common.Config)),
                                TimeProvider.System,
                                cancellationToken
                            ),
                            parsed.GetValue(json)
                        ),
                    cancellationToken
                )
        );
        return command;
    }

    /// <summary>Everything that can be looked at, networks side by side.</summary>
    private static async Task<IReadOnlyList<Finding>> ExamineAsync(
        IndexerConfiguration configuration,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var networks = configuration
            .Networks.Select(network =>
                new NetworkSettingsReader(network.Key, network.Value).Read(HandlerCatalog.EvmRoles)
            )
            .ToList();
        var configured = new Finding(
            "configuration",
            networks.Count > 0,
            $"{networks.Count} networks: {string.Join(", ", networks.Select(network => network.Name))}",
            networks.Count > 0 ? null : "name at least one network with its endpoints"
        );
        var endpoints = await Task.WhenAll(
            networks.SelectMany(network =>
                network.Kind == NetworkKind.Snapshot
                    ? [ExamineSpaceAsync(network, time, cancellationToken)]
                    : network.Endpoints.Select(endpoint =>
                        new EndpointCheck(network, endpoint, time).ExamineAsync(cancellationToken)
                    )
            )
        );
        var database = await DatabaseCheck.ExamineAsync(configuration.Database, time, cancellationToken);
        return [configured, .. endpoints.SelectMany(findings => findings), .. database];
    }

    private static async Task<IReadOnlyList<Finding>> ExamineSpaceAsync(
        NetworkSettings network,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var hub = IngestionRun.Hub(network, time, NullLoggerFactory.Instance);
        var subject = $"{network.Name} {string.Join(", ", network.Endpoints.Select(endpoint => endpoint.Name))}";
        try
        {
            await hub.RequireSpaceAsync(cancellationToken);
            return [new Finding(subject, true, $"knows the space {network.Space}")];
        }
        catch (SourceFailureException problem)
        {
            return
            [
                new Finding(subject, false, problem.Message, "is the hub's address right, and the name of the space?"),
            ];
        }
    }

    private static int Report(IReadOnlyList<Finding> findings, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(findings, Indented));
        }
        else
        {
            PlainTable.Print(
                ["", "what", "seen"],
                findings.Select(finding => (string[])[finding.IsGood ? "ok" : "NO", finding.Subject, finding.Text])
            );
            foreach (
                var advice in findings.Where(finding => finding.Remedy is not null).GroupBy(finding => finding.Remedy)
            )
            {
                var subjects = string.Join(
                    ", ",
                    advice.Select(finding => finding.Subject).Distinct(StringComparer.Ordinal)
                );
                Console.WriteLine($"{subjects}: {advice.Key}");
            }
        }

        return findings.All(finding => finding.IsGood) ? Failures.Success : Failures.Failed;
    }
}
