using System.Text.Json;
using Indexer.Substrate.Events;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Tests;

/// <summary>Real runtimes and events of all their kinds, as @polkadot/types sees them.</summary>
public sealed class RealRuntimeTests(RealRuntimes runtimes) : IClassFixture<RealRuntimes>
{
    public static TheoryData<string> Chains => RealRuntimes.Chains;

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Metadata_says_what_the_reference_implementation_reads_from_it(string chain) =>
        StatedMetadata.Check(await runtimes.GetAsync(chain), hasTypeIds: true);

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Events_of_every_kind_are_decoded_as_the_reference_implementation_encodes_them(string chain)
    {
        var oracle = await runtimes.GetAsync(chain);
        var decoder = Decoder(oracle, (_, _) => true);
        var kinds = new HashSet<(string, string)>();
        foreach (var block in oracle.GetProperty("blocks").EnumerateArray())
        {
            var decoded = decoder.Decode(RealRuntimes.Bytes(block.GetProperty("hex")));
            var expected = block.GetProperty("events").EnumerateArray().ToList();
            Assert.Equal(expected.Count, decoded.Count);
            foreach (var (index, (actual, stated)) in decoded.Zip(expected).Index())
            {
                Assert.Equal(index, actual.Index);
                Assert.Equal(stated.GetProperty("pallet").GetString(), actual.Pallet);
                Assert.Equal(stated.GetProperty("name").GetString(), actual.Name);
                var extrinsic = stated.GetProperty("extrinsic");
                Assert.Equal(
                    extrinsic.ValueKind == JsonValueKind.Null ? null : extrinsic.GetInt32(),
                    actual.ExtrinsicIndex
                );
                Assert.Equal(Rendering.Normal(stated.GetProperty("fields")), Rendering.Json(actual.Fields.Decoded));
                kinds.Add((actual.Pallet, actual.Name));
            }
        }

        Assert.Equal(decoder.Events.ToHashSet(), kinds);
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Passing_over_events_leaves_the_others_as_they_are(string chain)
    {
        var oracle = await runtimes.GetAsync(chain);
        var all = Decoder(oracle, (_, _) => true);
        for (var choice = 0; choice < 8; choice++)
        {
            bool IsWanted(string pallet, string name) => (pallet.Length * 7 + name.Length + name[0]) % 8 == choice;
            var some = Decoder(oracle, IsWanted);
            foreach (var block in oracle.GetProperty("blocks").EnumerateArray())
            {
                var data = RealRuntimes.Bytes(block.GetProperty("hex"));
                Assert.Equal(
                    all.Decode(data).Where(item => IsWanted(item.Pallet, item.Name)).Select(Text),
                    some.Decode(data).Select(Text)
                );
            }
        }
    }

    [Fact]
    public async Task Damaged_events_are_decoded_or_refused_and_nothing_else()
    {
        var oracle = await runtimes.GetAsync("kusama");
        var all = Decoder(oracle, (_, _) => true);
        var none = Decoder(oracle, (_, _) => false);
        var data = RealRuntimes.Bytes(oracle.GetProperty("blocks")[0].GetProperty("hex"));
        var refused = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var damaged = Damage.Of(data, seed);
            var decodes = Damage.IsRefused<ScaleException>(() => all.Decode(damaged));
            refused += decodes ? 1 : 0;
            Damage.IsRefused<ScaleException>(() => none.Decode(damaged));
        }

        Assert.InRange(refused, 300, 1000);
    }

    [Fact]
    public async Task Events_cut_short_anywhere_are_refused_by_the_position_of_the_event()
    {
        var oracle = await runtimes.GetAsync("polkadot");
        var data = RealRuntimes.Bytes(oracle.GetProperty("blocks")[0].GetProperty("hex"));
        var all = Decoder(oracle, (_, _) => true);
        var none = Decoder(oracle, (_, _) => false);
        for (var length = 2000; length < data.Length; length += 41)
        {
            var cut = data[..length];
            Assert.StartsWith("Event ", Assert.Throws<ScaleException>(() => all.Decode(cut)).Message);
            Assert.StartsWith("Event ", Assert.Throws<ScaleException>(() => none.Decode(cut)).Message);
        }

        byte[] longer = [.. data, 0];
        Assert.Contains("end here", Assert.Throws<ScaleException>(() => all.Decode(longer)).Message);
    }

    [Fact]
    public async Task Damaged_metadata_is_read_or_refused_and_nothing_else()
    {
        var oracle = await runtimes.GetAsync("polkadot");
        var metadata = RealRuntimes.Bytes(oracle.GetProperty("metadata"));
        var events = RealRuntimes.Bytes(oracle.GetProperty("blocks")[0].GetProperty("hex"));
        var refused = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var damaged = Damage.Of(metadata, seed);
            EventDecoder? decoder = null;
            var isRefused = Damage.IsRefused<MetadataException>(() =>
                decoder = new EventDecoder(RuntimeMetadata.Parse(damaged), (_, _) => true)
            );
            refused += isRefused ? 1 : 0;
            if (decoder is not null)
            {
                Damage.IsRefused<ScaleException>(() => decoder.Decode(events));
            }
        }

        Assert.InRange(refused, 50, 200);
    }

    private static EventDecoder Decoder(JsonElement oracle, Func<string, string, bool> isWanted) =>
        new(RuntimeMetadata.Parse(RealRuntimes.Bytes(oracle.GetProperty("metadata"))), isWanted);

    private static string Text(SubstrateEvent item) =>
        $"{item.Index} {item.ExtrinsicIndex} {item.Pallet}.{item.Name} {item.Fields}";
}
