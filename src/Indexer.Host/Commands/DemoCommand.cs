using System.CommandLine;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
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

    private static readonly TimeSpan BlockTime = TimeSpan.FromSeconds(2);

    public static Command Create(CommonOptions common)
    {
        var port = NumberOption.Port(5080, "Port of the API.");
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
                        var urls = $"http://127.0.0.1:{parsed.GetValue(port)}";
                        var settings = new ApiSettingsReader(configuration.Api, configuration.Http.OperatorKey).Read(
                            urls
                        );
                        var otlp = configuration.Telemetry.Endpoint();
                        var isOnce = parsed.GetValue(once);
                        if (!isOnce)
                        {
                            ListenAddresses.Require(urls, "--port");
                        }

                        var (sizeName, number) = (parsed.GetValue(size)!, parsed.GetValue(seed));
                        Console.WriteLine($"Phala indexer: demo of simulated networks, size {sizeName}, seed {number}");
                        var world = World.Create(number, SimulateCommand.SizeOf(sizeName));
                        await using var session = await Session.OpenAsync(
                            configuration.Database,
                            $"{IndexDatabase.DemoPrefix}{sizeName}_{number}",
                            new SessionOutput(parsed.GetValue(common.JsonLogs), parsed.GetValue(common.Verbose)),
                            cancellationToken
                        );
                        if (isOnce)
                        {
                            return await OnceAsync(session, world, otlp, cancellationToken);
                        }

                        await session.ServeAsync(new WebSettings(settings, Role.All, [], otlp), cancellationToken);
                        return await StayAsync(session, world, cancellationToken);
                    },
                    cancellationToken,
                    goesOn: !parsed.GetValue(once)
                )
        );
        return command;
    }

    private static async Task<int> OnceAsync(
        Session session,
        World world,
        Uri? otlp,
        CancellationToken cancellationToken
    )
    {
        using var telemetry = Telemetry.Start(otlp);
        await CatchUpAsync(session, world, cancellationToken);
        world.Ethereum.Head = world.Ethereum.LastBlock;
        world.PhalaL2.Head = world.PhalaL2.LastBlock;
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

    private static async Task<int> StayAsync(Session session, World world, CancellationToken cancellationToken)
    {
        var indexed = await CatchUpAsync(session, world, cancellationToken);
        world.Ethereum.Head = Math.Max(indexed, Math.Max(0, world.Ethereum.LastBlock - HeldBack));
        world.PhalaL2.Head = world.Ethereum.Head;
        await using var server = await SimulatorServer.StartAsync(world, cancellation: cancellationToken);
        var live = world.Ethereum.GoOnAsync(TimeProvider.System, BlockTime, cancellationToken);
        var networks = SimulatedWorld.Networks(world, server);
        await await Task.WhenAny(live, session.IngestAsync(networks, untilHead: false, cancellationToken));
        // Networks that stopped stay served, with their reasons.
        await live;
        return Failures.Success;
    }

    /// <summary>Lets the story of Ethereum come to where the index of an earlier demo ended: no chain is behind its index.</summary>
    /// <returns>How far Ethereum is indexed; 0 when it is not.</returns>
    private static async Task<long> CatchUpAsync(Session session, World world, CancellationToken cancellationToken)
    {
        var (l1, l2) = (world.Ethereum.Name, world.PhalaL2.Name);
        var indexed = Math.Max(
            await session.IndexedHeightAsync(l1, cancellationToken) ?? 0,
            await session.IndexedHeightAsync(l2, cancellationToken) ?? 0
        );
        world.Ethereum.Extend(indexed);
        return indexed;
    }
}
