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
    private const int DefaultPatience = 120;

    public static Command Create(CommonOptions common)
    {
        var role = new Option<string>("--role")
        {
            Description = "What this process does: index, serve GraphQL, run jobs, or all of it.",
            DefaultValueFactory = _ => "all",
        };
        role.AcceptOnlyFromAmong("all", "ingest", "api", "jobs");
        var untilHead = new Option<bool>("--until-head")
        {
            Description = "Stop when every network is at its finalized head (or its end).",
        };
        var patience = NumberOption.Create(
            "--patience",
            "Seconds that --until-head waits for a node, a hub or the database that is away.",
            DefaultPatience,
            0,
            86_400
        );
        var command = new Command("run", "Indexes the configured networks and serves them through GraphQL.")
        {
            role,
            untilHead,
            patience,
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
                        var networks = Networks(configuration, TimeSpan.FromSeconds(parsed.GetValue(patience)));
                        var urls = configuration.Http.Urls;
                        var settings = new WebSettings(
                            new ApiSettingsReader(configuration.Api, configuration.Http.OperatorKey).Read(urls),
                            Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true),
                            [.. networks.Select(network => network.Name)],
                            configuration.Telemetry.Endpoint()
                        );
                        Require(
                            settings,
                            parsed.GetValue(untilHead),
                            parsed.GetResult(patience) is { Implicit: false }
                        );
                        await using var session = await Session.OpenAsync(
                            configuration.Database,
                            IndexDatabase.DefaultName,
                            new SessionOutput(parsed.GetValue(common.JsonLogs), parsed.GetValue(common.Verbose)),
                            cancellationToken
                        );
                        return await RunAsync(
                            session,
                            settings,
                            parsed.GetValue(untilHead),
                            networks,
                            cancellationToken
                        );
                    },
                    cancellationToken,
                    goesOn: !parsed.GetValue(untilHead)
                )
        );
        return command;
    }

    /// <summary>What would fail later fails before anything is created.</summary>
    private static void Require(WebSettings settings, bool untilHead, bool isPatient)
    {
        if (!untilHead)
        {
            if (isPatient)
            {
                throw new ConfigurationException(
                    "--patience is for --until-head; without it the program waits for what is away as long as it takes."
                );
            }

            ListenAddresses.Require(settings.Api.Urls, "http.urls");
        }
        else if (!settings.Role.HasFlag(Role.Ingest))
        {
            throw new ConfigurationException("--until-head is for processes that index: --role all or ingest.");
        }
    }

    private static List<NetworkSettings> Networks(IndexerConfiguration configuration, TimeSpan patience)
    {
        var roles = HandlerCatalog.EvmRoles;
        return configuration.Networks.Count == 0
            ? throw new ConfigurationException("networks is empty; name at least one network with its endpoints.")
            :
            [
                .. configuration.Networks.Select(network =>
                    new NetworkSettingsReader(network.Key, network.Value).Read(roles) with
                    {
                        Patience = patience,
                    }
                ),
            ];
    }

    private static async Task<int> RunAsync(
        Session session,
        WebSettings settings,
        bool untilHead,
        IReadOnlyList<NetworkSettings> networks,
        CancellationToken cancellationToken
    )
    {
        using var telemetry = untilHead ? Telemetry.Start(settings.OtlpEndpoint) : null;
        if (!untilHead)
        {
            await session.ServeAsync(settings, cancellationToken);
        }

        if (!settings.Role.HasFlag(Role.Ingest))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        var outcomes = await session.IngestAsync(networks, untilHead, cancellationToken);
        if (untilHead)
        {
            SummaryTable.Print(session.Console, await session.SummariesAsync(cancellationToken), outcomes);
        }

        var exitCode = Session.Conclude(outcomes);
        if (
            settings.Role == Role.All
            && !untilHead
            && outcomes.Any(outcome => outcome.Progress.State != IngestionState.Stopped)
        )
        {
            // Everything is indexed or stopped; what is indexed stays served until Ctrl-C.
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return exitCode;
    }
}
