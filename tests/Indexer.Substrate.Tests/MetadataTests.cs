using Indexer.Substrate.Events;
using Indexer.Substrate.Metadata;

namespace Indexer.Substrate.Tests;

public sealed class MetadataTests
{
    private static readonly TestRuntime Runtime = TestRuntime.Simple(9, 0);

    [Fact]
    public void Pallets_are_found_by_name_with_all_that_they_have()
    {
        var pool = Runtime.Metadata.FindPallet("Pool")!;
        Assert.Equal(9, pool.Index);
        Assert.Equal(["Created", "Renamed"], pool.Events.Select(item => item.Name));
        Assert.Equal(["pid", "name"], pool.Events[1].Fields.Select(field => field.Name));
        Assert.Equal(["NoPool"], pool.Errors.Select(item => item.Name));
        var timestamp = Runtime.Metadata.FindPallet("Timestamp")!;
        Assert.Equal([1, 2, 3, 4], timestamp.Constants.Single(item => item.Name == "MinimumPeriod").Value);
        Assert.Equal(7, timestamp.Calls.Single().Index);
        Assert.Equal(4, Runtime.Metadata.ExtrinsicVersion);
        Assert.Null(Runtime.Metadata.FindPallet("pool"));
    }

    [Fact]
    public void Storage_entries_have_their_hashers()
    {
        var map = Runtime.Metadata.StorageEntry("Pool", "Pools");
        Assert.Equal([StorageHasher.Blake2128Concat, StorageHasher.Twox64Concat], map.Hashers);
        Assert.True(map.IsOptional);
        Assert.NotNull(map.Key);
        var plain = Runtime.Metadata.StorageEntry("System", "Events");
        Assert.Empty(plain.Hashers);
        Assert.Null(plain.Key);
        Assert.Equal([0], plain.Default);
        var exception = Assert.Throws<MetadataException>(() => Runtime.Metadata.StorageEntry("Pool", "Fools"));
        Assert.Equal("The runtime has no storage entry Pool.Fools.", exception.Message);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(15)]
    [InlineData(16)]
    public void Another_version_is_refused_by_its_number(byte version)
    {
        byte[] bytes = [.. "meta"u8, version, .. Runtime.Bytes[5..]];
        var exception = Assert.Throws<MetadataException>(() => RuntimeMetadata.Parse(bytes));
        Assert.Contains($"version {version};", exception.Message);
    }

    [Fact]
    public void What_is_not_metadata_is_refused()
    {
        Assert.Contains(
            "not runtime metadata",
            Assert.Throws<MetadataException>(() => RuntimeMetadata.Parse([])).Message
        );
        Assert.Contains(
            "not runtime metadata",
            Assert.Throws<MetadataException>(() => RuntimeMetadata.Parse("<html>"u8)).Message
        );
    }

    [Fact]
    public void Metadata_cut_short_anywhere_or_too_long_is_refused()
    {
        for (var length = 0; length < Runtime.Bytes.Length; length++)
        {
            var cut = Runtime.Bytes[..length];
            Assert.Throws<MetadataException>(() => RuntimeMetadata.Parse(cut));
        }

        byte[] longer = [.. Runtime.Bytes, 0];
        Assert.Contains("end here", Assert.Throws<MetadataException>(() => RuntimeMetadata.Parse(longer)).Message);
    }

    [Fact]
    public void Every_single_wrong_byte_is_read_or_refused_and_nothing_else()
    {
        var events = TestRuntime.Events(Runtime.Event("Created", new byte[8]));
        for (var position = 0; position < Runtime.Bytes.Length; position++)
        {
            for (var flip = 1; flip < 256; flip += 23)
            {
                var bytes = Runtime.Bytes.ToArray();
                bytes[position] ^= (byte)flip;
                EventDecoder? decoder = null;
                Damage.IsRefused<MetadataException>(() =>
                    decoder = new EventDecoder(RuntimeMetadata.Parse(bytes), (_, _) => true)
                );
                if (decoder is not null)
                {
                    Damage.IsRefused<Scale.ScaleException>(() => decoder.Decode(events));
                }
            }
        }
    }

    [Fact]
    public void A_type_that_holds_itself_is_refused()
    {
        var endless = new TestRuntime(9, types => [("Created", 0, [("pid", types.Composite((null, types.Next)))])]);
        var exception = Assert.Throws<MetadataException>(() => new EventDecoder(endless.Metadata, (_, _) => true));
        Assert.Contains("holds itself", exception.Message);
    }

    [Fact]
    public void Types_may_nest_as_deep_as_they_like_without_end_of_the_stack()
    {
        var deep = new TestRuntime(
            9,
            types =>
            {
                var type = types.Primitive(3);
                for (var i = 0; i < 20_000; i++)
                {
                    type = types.Tuple(types.Next + 1, type);
                }

                types.Primitive(3);
                return [("Created", 0, [("pid", type)])];
            }
        );
        Assert.Throws<MetadataException>(() => new EventDecoder(deep.Metadata, (_, _) => true));
    }

    [Fact]
    public void A_pallet_twice_is_refused()
    {
        var pallet = Runtime.Metadata.Pallets[0];
        var exception = Assert.Throws<MetadataException>(() => new RuntimeMetadata([], [pallet, pallet], 4));
        Assert.Contains("System (index 0)", exception.Message);
    }
}
