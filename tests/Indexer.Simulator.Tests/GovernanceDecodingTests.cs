using System.Text.Json.Nodes;
using Indexer.TestKit;

namespace Indexer.Simulator.Tests;

/// <summary>What the node serves of governance, decoded by polkadot.js, is what the books say.</summary>
public sealed class GovernanceDecodingTests
{
    private const uint FirstSpecOfV14 = 1090;

    [Theory]
    [InlineData("khala")]
    [InlineData("phala")]
    public async Task Events_extrinsics_and_storage_decode_to_what_the_books_say(string name)
    {
        var world = Worlds.Civic(1);
        var chain = name == "khala" ? world.Khala : world.Phala;
        await using var server = await SimulatorServer.StartAsync(world);
        var seen = await DecodeAsync(server, chain);
        var (books, governance) = (chain.Books, chain.Books.Governance);
        var names = seen["names"]!.AsObject().ToDictionary(entry => entry.Key, entry => entry.Value!.GetValue<int>());
        Assert.Equal(books.EventCounts.OrderBy(entry => entry.Key), names.OrderBy(entry => entry.Key));
        // In the first layout no event tells a vote, only its extrinsic does.
        var votes = Votes(governance).ToLookup(vote => chain.SpecVersionAt(vote.Height) >= FirstSpecOfV14);
        Assert.Equal(votes[true].Select(vote => vote.Text).Order(), Texts(seen["votes"]).Order());
        Assert.Equal(name == "khala", votes[false].Any());
        Assert.Empty(votes[false].Select(vote => vote.Text).Except(Texts(seen["voteCalls"])));
        var calls = Texts(seen["calls"]);
        Assert.All(Calls(governance).Distinct(), call => Assert.Contains(call, calls.Select(Outer)));
        Assert.Contains(calls, call => call.Contains(" Utility.batch_all Democracy.", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.EndsWith(" Proxy.proxy Democracy.vote", StringComparison.Ordinal));
        Assert.Equal(Storage(chain).Select(cell => cell.Expected), Texts(seen["storage"]));
        Assert.All(seen["constants"]!.AsObject(), entry => Assert.Contains("LaunchPeriod 20", Texts(entry.Value)));
    }

    internal static async Task<JsonNode> DecodeAsync(SimulatorServer server, SimulatedParachain chain)
    {
        var metadata = new JsonObject();
        var blocks = new JsonArray();
        for (var height = 1L; height <= chain.LastBlock; height++)
        {
            var spec = chain.SpecVersionAt(height).ToString();
            var parent = chain.HashAt(height - 1);
            metadata[spec] ??= (await server.ResultAsync(chain.Name, "state_getMetadata", parent))!.DeepClone();
            var block = await server.ResultAsync(chain.Name, "chain_getBlock", chain.HashAt(height));
            blocks.Add(
                new JsonObject
                {
                    ["height"] = height,
                    ["eventSpec"] = spec,
                    ["extrinsicSpec"] = spec,
                    ["events"] = "0x" + Convert.ToHexStringLower(chain.EventsAt(height).Span),
                    ["extrinsics"] = block!["block"]!["extrinsics"]!.DeepClone(),
                }
            );
        }
        var storage = new JsonArray();
        foreach (var (item, key, _) in Storage(chain))
        {
            var value = await server.ResultAsync(chain.Name, "state_getStorage", key);
            storage.Add(
                new JsonObject
                {
                    ["spec"] = chain.SpecVersionAt(chain.LastBlock).ToString(),
                    ["pallet"] = "Democracy",
                    ["item"] = item,
                    ["value"] = value!.DeepClone(),
                }
            );
        }
        var input = new JsonObject
        {
            ["metadata"] = metadata,
            ["blocks"] = blocks,
            ["storage"] = storage,
        };
        var cancellation = TestContext.Current.CancellationToken;
        return JsonNode.Parse(await NodePackages.RunAsync("governance.mjs", input.ToJsonString(), cancellation))!;
    }

    private static IEnumerable<(long Height, string Text)> Votes(GovernanceBooks books) =>
        from referendum in books.Referenda
        from change in referendum.History
        where change.Kind is VoteChangeKind.Cast or VoteChangeKind.Replaced
        select (change.Height, $"{change.Height} {referendum.Index} {change.Voter} {Text(change.Vote)}");

    /// <summary>Every signed call of the books.</summary>
    private static IEnumerable<string> Calls(GovernanceBooks books) =>
        books
            .Calls.Where(call => call.Depth == 0 && call.Extrinsic is not null)
            .Select(call => $"{call.Height} {call.Origin} {call.Call}");

    /// <summary>The height, the signer and the outermost call.</summary>
    private static string Outer(string call) => string.Join(' ', call.Split(' ').Take(3));

    /// <summary>The storage items to read, their keys, and what polkadot.js must make of them.</summary>
    private static IEnumerable<(string Item, string Key, string Expected)> Storage(SimulatedParachain chain)
    {
        var books = chain.Books.Governance;
        var runtime = chain.Blocks[^1].StateRuntime;
        foreach (
            var referendum in books.Referenda.Where(one => one.Steps.All(step => step.What != "Democracy.Cancelled"))
        )
        {
            var (tally, key) = (referendum.Tally, Key(runtime, "ReferendumInfoOf", referendum.Index));
            var expected = referendum.Approved is { } approved
                ? $"finished {(approved ? "true" : "false")} {referendum.EndedAt}"
                : $"ongoing {referendum.End} {referendum.Threshold} {referendum.Delay} {tally.Ayes} {tally.Nays} {tally.Turnout}";
            yield return ("ReferendumInfoOf", key, expected);
        }
        var voters = books.Referenda.SelectMany(one => one.History).Select(change => change.Voter).Distinct();
        foreach (var voter in voters.Order())
        {
            var delegation = books.Delegations.FirstOrDefault(one => one.Delegator == voter && one.To is null);
            var votes = books
                .Referenda.Select(one => (one.Index, Last: one.History.LastOrDefault(change => change.Voter == voter)))
                .Where(vote => vote.Last?.Kind is VoteChangeKind.Cast or VoteChangeKind.Replaced)
                .Select(vote => $"{vote.Index} {Text(vote.Last!.Vote)}");
            var expected = delegation is null
                ? string.Join(", ", votes)
                : $"to {delegation.Target} {(int)delegation.Conviction} {delegation.Balance}";
            yield return ("VotingOf", Key(runtime, "VotingOf", voter), expected);
        }
    }

    private static string Key(Scale.Runtime runtime, string item, object key) =>
        "0x" + Convert.ToHexStringLower(runtime.Key("Democracy", item, [key]));

    private static string Text(AccountVote vote) =>
        vote switch
        {
            StandardVote one => $"{(one.Aye ? "aye" : "nay")} {(int)one.Conviction} {one.Balance}",
            SplitVote two => $"split {two.Aye} {two.Nay}",
            _ => throw new ArgumentException($"{vote} is no vote.", nameof(vote)),
        };

    private static List<string> Texts(JsonNode? list) => [.. list!.AsArray().Select(one => one!.GetValue<string>())];
}
