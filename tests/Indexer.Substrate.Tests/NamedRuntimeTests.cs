using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;
using Indexer.TestKit;

namespace Indexer.Substrate.Tests;

/// <summary>
/// A real runtime of metadata V13, which names its types as text, as @polkadot/types sees it. Kusama's, which npm brings: its
/// pallets of governance are those of Khala.
/// </summary>
public sealed class NamedRuntimeTests(NamedRuntimeTests.Oracle oracle) : IClassFixture<NamedRuntimeTests.Oracle>
{
    [Fact]
    public async Task Metadata_says_what_the_reference_implementation_reads_from_it() =>
        StatedMetadata.Check(await oracle.GetAsync(), hasTypeIds: false);

    [Fact]
    public async Task Events_are_decoded_as_the_reference_implementation_encodes_them()
    {
        var events = (await oracle.GetAsync()).GetProperty("events");
        var decoder = new EventDecoder(await MetadataAsync(), (_, _) => true);
        var decoded = decoder.Decode(RealRuntimes.Bytes(events.GetProperty("hex")));
        var expected = events.GetProperty("list").EnumerateArray().ToList();
        Assert.True(expected.Count > 300);
        Assert.Equal(expected.Select(item => Text(item)), decoded.Select(Text));
    }

    [Fact]
    public async Task Signed_extrinsics_are_decoded_as_the_reference_implementation_encodes_them()
    {
        var decoder = new CallDecoder(await MetadataAsync(), (_, _) => true);
        var expected = (await oracle.GetAsync()).GetProperty("extrinsics").EnumerateArray().ToList();
        Assert.True(expected.Count > 300);
        foreach (var (index, stated) in expected.Index())
        {
            var extrinsic = decoder.Decode(RealRuntimes.Bytes(stated.GetProperty("hex")), index)!;
            Assert.Equal(stated.GetProperty("signer").GetString(), extrinsic.Signer!.Value.ToString());
            Assert.Equal(Text(stated), $"{extrinsic.Call.Pallet}.{extrinsic.Call.Name} {Text(extrinsic.Call.Fields)}");
        }
    }

    [Fact]
    public async Task An_unknown_type_is_an_error_only_where_its_event_turns_up()
    {
        var metadata = await MetadataAsync();
        var decoder = new EventDecoder(metadata, (_, _) => true);
        var staking = metadata.FindPallet("ParaInclusion")!;
        var backed = staking.Events.Single(known => known.Name == "CandidateBacked");
        byte[] block = [4, 0, 0, 0, 0, 0, staking.Index, backed.Index, 1, 2, 3, 0];
        var exception = Assert.Throws<ScaleException>(() => decoder.Decode(block));
        Assert.Contains("Event 0 of 1 (ParaInclusion.CandidateBacked)", exception.Message);
        Assert.Contains("the type CandidateReceipt of ParaInclusion.CandidateBacked is not known", exception.Message);
    }

    [Fact]
    public async Task Damaged_metadata_is_read_or_refused_and_nothing_else()
    {
        var metadata = RealRuntimes.Bytes((await oracle.GetAsync()).GetProperty("metadata"));
        var refused = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var damaged = Damage.Of(metadata, seed);
            refused += Damage.IsRefused<MetadataException>(() => RuntimeMetadata.Parse(damaged)) ? 1 : 0;
        }

        Assert.InRange(refused, 50, 200);
    }

    private async Task<RuntimeMetadata> MetadataAsync() =>
        RuntimeMetadata.Parse(RealRuntimes.Bytes((await oracle.GetAsync()).GetProperty("metadata")));

    private static string Text(JsonElement stated) =>
        $"{stated.GetProperty("pallet").GetString()}.{stated.GetProperty("name").GetString()} "
        + Flat(JsonNode.Parse(stated.GetProperty("fields").GetRawText()))!.ToJsonString();

    private static string Text(SubstrateEvent raised) => $"{raised.Pallet}.{raised.Name} {Text(raised.Fields)}";

    private static string Text(EventFields fields) =>
        Flat(JsonNode.Parse(Rendering.Json(fields.Decoded)))!.ToJsonString();

    /// <summary>polkadot.js has a struct of its own for the fields of an enum's case; here they are the fields of the case.</summary>
    private static JsonNode? Flat(JsonNode? value) =>
        value switch
        {
            JsonArray items => new JsonArray([.. items.Select(Flat)]),
            JsonObject { Count: 2 } variant
                when variant["fields"] is JsonArray { Count: 1 } only
                    && only[0]![0] is null
                    && only[0]![1] is JsonObject { Count: 1 } inner
                    && inner["fields"] is { } fields => new JsonObject
            {
                ["case"] = variant["case"]!.DeepClone(),
                ["fields"] = Flat(fields),
            },
            JsonObject item => new JsonObject(
                item.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, Flat(pair.Value)))
            ),
            _ => value?.DeepClone(),
        };

    /// <summary>What tests/oracles/named-types.mjs says of the runtime, asked once.</summary>
    public sealed class Oracle : IDisposable
    {
        private static readonly string[] Shared =
        [
            "System",
            "Timestamp",
            "Utility",
            "Multisig",
            "Scheduler",
            "Balances",
            "Vesting",
            "Identity",
            "Democracy",
            "Council",
            "TechnicalCommittee",
            "PhragmenElection",
            "Treasury",
            "Bounties",
            "Tips",
        ];

        private readonly SemaphoreSlim running = new(1, 1);
        private JsonElement? stated;

        /// <summary>The answer.</summary>
        public async Task<JsonElement> GetAsync()
        {
            var cancellation = TestContext.Current.CancellationToken;
            await running.WaitAsync(cancellation);
            try
            {
                if (stated is null)
                {
                    var input = JsonSerializer.Serialize(
                        new
                        {
                            chain = "kusama",
                            pallets = Shared,
                            perKind = 4,
                            seed = "named",
                        }
                    );
                    using var document = JsonDocument.Parse(
                        await NodePackages.RunAsync("named-types.mjs", input, cancellation)
                    );
                    stated = document.RootElement.Clone();
                }

                return stated.Value;
            }
            finally
            {
                running.Release();
            }
        }

        /// <inheritdoc />
        public void Dispose() => running.Dispose();
    }
}
