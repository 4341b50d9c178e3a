using System.CommandLine;
using Indexer.Host.Running;
using Indexer.Simulator;
using Indexer.Simulator.Snapshot;

namespace Indexer.Host.Commands;

/// <summary><c>indexer simulate</c>: serves the simulated networks alone, for other programs and for tests by hand.</summary>
internal static class SimulateCommand
{
    public static Option<ulong> SeedOption() =>
        new("--seed") { Description = "Seed of the simulated world.", DefaultValueFactory = _ => 1 };

    public static Option<string> SizeOption()
    {
        var option = new Option<string>("--size")
        {
            Description = "Size of the simulated world.",
            DefaultValueFactory = _ => "demo",
        };
        option.AcceptOnlyFromAmong("small", "demo", "large");
        return option;
    }

    public static WorldSize SizeOf(string name) =>
        name switch
        {
            "small" => WorldSize.Small,
            "large" => WorldSize.Large,
            _ => WorldSize.Demo,
        };

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Port of all networks.", DefaultValueFactory = _ => 5090 };
        var seed = SeedOption();
        var size = SizeOption();
        var command = new Command("simulate", "Serves simulated networks over JSON-RPC.") { port, seed, size };
        command.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    async () =>
                    {
                        var world = World.Create(parsed.GetValue(seed), SizeOf(parsed.GetValue(size)!));
                        await using var server = await SimulatorServer.StartAsync(
                            world,
                            parsed.GetValue(port),
                            cancellation: cancellationToken
                        );
                        foreach (var network in world.Networks)
                        {
                            Console.WriteLine(
                                $"{network.Name}: {server.Http(network.Name)} and {server.WebSocket(network.Name)}, "
                                    + $"{network.LastBlock + 1} blocks, genesis {network.HashAt(0)}"
                            );
                        }

                        Console.WriteLine(
                            $"{SimulatedSpace.Name}: {server.Http(SimulatedSpace.Name)}, space {SimulatedSpace.Id}"
                        );
                        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                        return Failures.Success;
                    },
                    cancellationToken
                )
        );
        return command;
    }
}
