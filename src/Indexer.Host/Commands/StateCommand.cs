using System.CommandLine;
using System.Globalization;
using Indexer.Domain;
using Indexer.Handlers.InitialStates;
using Indexer.Host.Configuration;
using Indexer.Host.Running;
using Indexer.Ingestion;

namespace Indexer.Host.Commands;

/// <summary><c>indexer state</c>: files with which a network can start in the middle (docs/guides/initial-state.md).</summary>
internal static class StateCommand
{
    private const string Khala = "khala-v1";
    private const string Phala = "phala-v2";
    private const int HashLength = 66;

    public static Command Create() =>
        new("state", "Makes and checks initial states, with which a network starts in the middle.")
        {
            Convert(),
            Check(),
        };

    private static Command Convert()
    {
        var from = new Option<string>("--from")
        {
            Description = "What the dump is: khala-v1 (StakePool v1 of Khala) or phala-v2 (StakePool v2 of Phala).",
            Required = true,
        };
        from.AcceptOnlyFromAmong(Khala, Phala);
        var network = new Option<string?>("--network")
        {
            Description = "Name of the network in the configuration; khala or phala when left out.",
            HelpName = "NAME",
        };
        var block = new Option<long?>("--block")
        {
            Description = "Height of the block of the dump, where it does not state it (phala-v2).",
            HelpName = "HEIGHT",
        };
        var hash = new Option<string?>("--hash")
        {
            Description = "Hash of the block of the dump, where it does not state it (phala-v2).",
            HelpName = "0x…",
        };
        var input = new Argument<string>("INPUT") { Description = "The dump: a file, an archive or a folder." };
        var output = new Argument<string>("OUTPUT") { Description = "The initial state to write." };
        var verb = new Command("convert", "Makes an initial state of a public dump.")
        {
            from,
            network,
            block,
            hash,
            input,
            output,
        };
        verb.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    async () =>
                    {
                        var (path, of) = (parsed.GetRequiredValue(input), parsed.GetRequiredValue(from));
                        var (height, text) = (parsed.GetValue(block), parsed.GetValue(hash));
                        Require(of, height, text);
                        var converted =
                            of == Khala
                                ? KhalaDump.Read(path, parsed.GetValue(network) ?? "khala", Console.Error.WriteLine)
                                : PhalaDump.Read(
                                    path,
                                    parsed.GetValue(network) ?? "phala",
                                    height!.Value,
                                    text is null ? null : System.Convert.FromHexString(text.AsSpan(2)),
                                    Console.Error.WriteLine
                                );
                        Print(await converted.WriteAsync(parsed.GetRequiredValue(output)));
                        return Failures.Success;
                    },
                    cancellationToken
                )
        );
        return verb;
    }

    private static Command Check()
    {
        var file = new Argument<string>("FILE") { Description = "The initial state." };
        var verb = new Command("check", "Verifies an initial state and adds it up.") { file };
        verb.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    () =>
                    {
                        Print(InitialStateSummary.Of(InitialStateFile.Open(parsed.GetRequiredValue(file))));
                        return Task.FromResult(Failures.Success);
                    },
                    cancellationToken
                )
        );
        return verb;
    }

    private static void Require(string from, long? height, string? hash)
    {
        if (from == Khala && (height is not null || hash is not null))
        {
            throw new ConfigurationException($"--block and --hash are not for {Khala}, whose dump states both.");
        }

        if (from == Phala && height is not >= 0)
        {
            throw new ConfigurationException(
                $"--block is missing; a {Phala} dump does not state its height. That in its name is: 2426198.json is of block 2426198."
            );
        }

        if (
            hash is not null
            && !(
                hash.Length == HashLength
                && hash.StartsWith("0x", StringComparison.Ordinal)
                && hash[2..].All(char.IsAsciiHexDigit)
            )
        )
        {
            throw new ConfigurationException($"--hash is '{hash}'; write 0x and 64 hexadecimal digits.");
        }
    }

    private static void Print(InitialStateSummary state)
    {
        var block = state.Head.Block;
        Line("network", state.Head.Network);
        Line("block", Text(block.Height));
        Line("hash", block.Hash is { } hash ? Hex.Of(hash) : "not known");
        Line("time", block.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture));
        Line("pools", $"{Text(state.Pools)} (in each of them the shares of its stakers are those of the pool)");
        Line("stakers", Text(state.Stakers));
        Line("workers", Text(state.Workers));
        Line("queued", Text(state.Waiting));
        Line("registered", Text(state.Registrations));
        Line("total stake", $"{state.Value} PHA");
        Line("pending", $"{state.Pending} PHA of stakers, {state.OwnerRewards} PHA of owners");
        if (state.Apart > 0)
        {
            Line("apart", $"{Text(state.Apart)} pools whose stake is not free stake and the stake of their workers");
        }

        foreach (var note in state.Head.Notes)
        {
            Line("note", note);
        }

        Line("start with", $"\"startBlock\": {Text(block.Height + 1)}, \"initialState\": \"FILE\"");
    }

    private static void Line(string name, string value) => Console.WriteLine($"{name, -11}  {value}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
