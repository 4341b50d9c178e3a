using System.CommandLine;
using Indexer.Domain;
using Indexer.Handlers;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Display;
using Indexer.Host.Running;
using Indexer.Host.Web;
using Indexer.Ingestion;

namespace Indexer.Host.Commands;

/// <summary><c>indexer run</c>: the configured networks.</summary>
internal static class RunCommand
{
    public static Command Create(CommonOptions common)
    {
        var role = new Option<string>("--role")
        {
            Description = "What this process does: index, serve, or both.",
            DefaultValueFactory = _ => "all",
        };
        role.AcceptOnlyFromAmong("all", "ingest", "api");
        var untilHead = new Option<bool>("--until-head")
        {
            Description = "Stop when every network is at its finalized head (or its end).",
        };
        var command = new Command("run", "Indexes the configured networks and serves them through GraphQL.")
        {
            role,
            untilHead,
            common.Config,
            common.JsonLogs,
            common.Verbose,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    async () =>
                    {
                        var configuration = ConfigurationLoader.Load(parsed.GetValue(common.Config));
                        var networks = Networks(configuration);
                        var settings = new ApiSettingsReader(configuration.Api).Read(configuration.Http.Urls);
                        await using var session = await Session.OpenAsync(
                            configuration.Database,
                            IndexDatabase.DefaultName,
                            new SessionOutput(parsed.GetValue(common.JsonLogs), parsed.GetValue(common.Verbose)),
                            cancellationToken
                        );
                        return await RunAsync(
                            session,
                            parsed.GetValue(role)!,
                            parsed.GetValue(untilHead),
                            settings,
                            networks,
                            cancellationToken
                        );
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static List<NetworkSettings> Networks(IndexerConfiguration configuration)
    {
        var roles = HandlerCatalog.Evm.Roles;
        return configuration.Networks.Count == 0
            ? throw new ConfigurationException("networks is empty; name at least one network with its endpoints.")
            :
            [
                .. configuration.Networks.Select(network =>
                    new NetworkSettingsReader(network.Key, network.Value).Read(roles)
                ),
            ];
    }

    private static async Task<int> RunAsync(
        Session session,
        string role,
        bool untilHead,
        ApiSettings settings,
        IReadOnlyList<NetworkSettings> networks,
        CancellationToken cancellationToken
    )
    {
        if (role != "ingest" && !untilHead)
        {
            await session.ServeAsync(settings, cancellationToken);
        }

        if (role == "api")
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        var outcomes = await session.IngestAsync(networks, untilHead, cancellationToken);
        if (untilHead)
        {
            SummaryTable.Print(session.Console, await session.SummariesAsync(cancellationToken), outcomes);
        }

        var exitCode = Session.Conclude(outcomes);
        if (role == "all" && !untilHead && outcomes.Any(outcome => outcome.Progress.State != IngestionState.Stopped))
        {
            // Everything is indexed or stopped; what is indexed stays served until Ctrl-C.
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return exitCode;
    }
}
