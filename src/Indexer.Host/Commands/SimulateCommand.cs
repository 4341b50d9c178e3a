using System.CommandLine;
using Indexer.Host.Running;
using Indexer.Host.Web;
using Indexer.Simulator;
using Indexer.Simulator.Snapshot;

namespace Indexer.Host.Commands;

/// <summary><c>indexer simulate</c>: serves the simulated networks alone, for other programs and for tests by hand.</summary>
internal static class SimulateCommand
{
    public static Option<ulong> SeedOption() =>
        NumberOption.Create("--seed", "Seed of the simulated world.", 1UL, ulong.MinValue, ulong.MaxValue);

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
        var port = NumberOption.Port(5090, "Port of all networks.");
        var seed = SeedOption();
        var size = SizeOption();
        var command = new Command("simulate", "Serves simulated networks over JSON-RPC.") { port, seed, size };
        command.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    async () =>
                    {
                        ListenAddresses.Require($"http://127.0.0.1:{parsed.GetValue(port)}", "--port");
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
                    cancellationToken,
                    goesOn: true
                )
        );
        return command;
    }
}
