using System.CommandLine;
using Indexer.Host.Configuration;
using Indexer.Host.Display;
using Indexer.Host.Running;
using Indexer.Host.Web;
using Indexer.Simulator;

namespace Indexer.Host.Commands;

/// <summary><c>indexer demo</c>: a private database, simulated networks, indexing and the API, with nothing to set up.</summary>
internal static class DemoCommand
{
    /// <summary>Blocks that the simulated Ethereum holds back in the demo that stays, to show how a chain is followed.</summary>
    private const long HeldBack = 300;

    public static Command Create(CommonOptions common)
    {
        var port = new Option<int>("--port") { Description = "Port of the API.", DefaultValueFactory = _ => 5080 };
        var once = new Option<bool>("--once") { Description = "Index to the end, print a summary, exit." };
        var seed = SimulateCommand.SeedOption();
        var size = SimulateCommand.SizeOption();
        var command = new Command("demo", "Indexes simulated networks into a private database and serves them.")
        {
            port,
            once,
            seed,
            size,
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
                        var settings = new ApiSettingsReader(configuration.Api).Read(
                            $"http://127.0.0.1:{parsed.GetValue(port)}"
                        );
                        var sizeName = parsed.GetValue(size)!;
                        var world = World.Create(parsed.GetValue(seed), SimulateCommand.SizeOf(sizeName));
                        await using var session = await Session.OpenAsync(
                            configuration.Database,
                            $"demo_{sizeName}_{parsed.GetValue(seed)}",
                            new SessionOutput(parsed.GetValue(common.JsonLogs), parsed.GetValue(common.Verbose)),
                            cancellationToken
                        );
                        return parsed.GetValue(once)
                            ? await OnceAsync(session, world, cancellationToken)
                            : await StayAsync(session, world, settings, cancellationToken);
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> OnceAsync(Session session, World world, CancellationToken cancellationToken)
    {
        foreach (var network in world.Networks)
        {
            network.FinalizedLag = 0;
        }

        await using var server = await SimulatorServer.StartAsync(world, cancellation: cancellationToken);
        var outcomes = await session.IngestAsync(
            SimulatedWorld.Networks(world, server),
            untilHead: true,
            cancellationToken
        );
        SummaryTable.Print(session.Console, await session.SummariesAsync(cancellationToken), outcomes);
        return Session.Conclude(outcomes);
    }

    private static async Task<int> StayAsync(
        Session session,
        World world,
        ApiSettings settings,
        CancellationToken cancellationToken
    )
    {
        await session.ServeAsync(settings, cancellationToken);
        world.Ethereum.Head = Math.Max(0, world.Ethereum.LastBlock - HeldBack);
        await using var server = await SimulatorServer.StartAsync(world, cancellation: cancellationToken);
        var live = world.Ethereum.LiveAsync(TimeProvider.System, TimeSpan.FromSeconds(2), cancellationToken);
        await session.IngestAsync(SimulatedWorld.Networks(world, server), untilHead: false, cancellationToken);
        await live;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return Failures.Success;
    }
}
