using System.Numerics;
using Indexer.Substrate.Events;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Tests;

public sealed class EventDecoderTests
{
    private static readonly TestRuntime Runtime = TestRuntime.Simple(9, 4);

    [Theory]
    [InlineData(2, "pid", "shares")]
    [InlineData(1, null, null)]
    public void Fields_without_names_get_those_that_are_given_when_they_are_as_many(int count, string? a, string? b)
    {
        var runtime = new TestRuntime(
            1,
            types =>
                [
                    ("Bare", 0, [(null, types.Primitive(3)), (null, types.Primitive(3))]),
                    ("Named", 1, [("x", types.Primitive(3))]),
                ]
        );
        string[] names = ["pid", "shares"];
        var decoder = new EventDecoder(
            runtime.Metadata,
            new Plans.TypePlans(runtime.Metadata),
            (_, _) => true,
            (pallet, _) => pallet == "Pool" ? names[..count] : null
        );
        var events = decoder.Decode(TestRuntime.Events(runtime.Event("Bare", [7, 8]), runtime.Event("Named", [9])));
        Assert.Equal([a, b], events[0].Fields.Names);
        Assert.Equal(8, (int)events[0].Fields.U32(1));
        Assert.Equal(["x"], events[1].Fields.Names);
    }

    [Fact]
    public void Events_have_their_position_their_extrinsic_and_their_fields()
    {
        var data = TestRuntime.Events(
            Runtime.Event("Created", new ScaleWriter().U64(7).ToArray(), extrinsic: null),
            Runtime.Event("Created", new ScaleWriter().U64(8).ToArray(), extrinsic: 2),
            Runtime.Event("Renamed", new ScaleWriter().U64(8).Text("Käse").ToArray(), extrinsic: 3)
        );
        var events = new EventDecoder(Runtime.Metadata, (_, name) => name == "Renamed").Decode(data);
        var renamed = Assert.Single(events);
        Assert.Equal((2, 3, "Pool", "Renamed"), (renamed.Index, renamed.ExtrinsicIndex, renamed.Pallet, renamed.Name));
        Assert.Equal("pid: 8, name: Käse", renamed.Fields.ToString());
        var all = new EventDecoder(Runtime.Metadata, (_, _) => true).Decode(data);
        Assert.Equal([null, 2, 3], all.Select(item => item.ExtrinsicIndex));
        Assert.Equal([7UL, 8UL, 8UL], all.Select(item => item.Fields.U64("pid")));
    }

    [Fact]
    public void A_runtime_lists_its_events_and_asks_once_for_each()
    {
        var asked = new List<(string, string)>();
        var decoder = new EventDecoder(
            Runtime.Metadata,
            (pallet, name) =>
            {
                asked.Add((pallet, name));
                return true;
            }
        );
        Assert.Equal([("Pool", "Created"), ("Pool", "Renamed")], decoder.Events);
        Assert.Equal(decoder.Events, asked);
    }

    [Fact]
    public void A_block_without_events_is_empty() =>
        Assert.Empty(new EventDecoder(Runtime.Metadata, (_, _) => true).Decode([0]));

    [Theory]
    [InlineData("", "reading the number of events at offset 0")]
    [InlineData("04", "reading the number of events at offset 1")]
    [InlineData("080209040100000000000000000200", "Event 1 of 2")]
    [InlineData(
        "0402",
        "Event 0 of 1: reading the pallet of an event at offset 2: 1 bytes are needed, 0 of 2 bytes are left"
    )]
    [InlineData("0403", "3 is not known")]
    [InlineData("040000000080", "2147483648 extrinsics")]
    [InlineData("04020500", "the runtime has no event 0 in a pallet 5")]
    [InlineData("04020907", "the runtime has no event 7 in a pallet 9")]
    [InlineData("0402090401", "Event 0 of 1 (Pool.Created): reading")]
    [InlineData(
        "04020904010000000000000000ff",
        "reading the list of events at offset 13: it should end here, 1 of 14 bytes are left"
    )]
    [InlineData("04020905010000000000000008c32800", "UTF-8")]
    [InlineData("feffffff", "elements")]
    public void What_does_not_fit_the_runtime_is_refused_by_event_and_place(string hex, string reason)
    {
        var decoder = new EventDecoder(Runtime.Metadata, (_, _) => true);
        var exception = Assert.Throws<ScaleException>(() => decoder.Decode(Convert.FromHexString(hex)));
        Assert.Contains(reason, exception.Message);
    }

    [Fact]
    public void Types_that_real_runtimes_seldom_have_are_decoded()
    {
        var runtime = new TestRuntime(
            9,
            types =>
            {
                var u8 = types.Primitive(3);
                var u16 = types.Primitive(4);
                var msb = types.BitSequence(u16, types.Composite("bitvec::order::Msb0"));
                var lsb = types.BitSequence(u8, types.Composite("bitvec::order::Lsb0"));
                var unit = types.Tuple();
                var named = types.Composite(("deci", types.Primitive(7)));
                return
                [
                    (
                        "Odd",
                        0,
                        [
                            ("signed", types.Primitive(14)),
                            ("huge", types.Primitive(8)),
                            ("letter", types.Primitive(1)),
                            ("msb", msb),
                            ("lsb", lsb),
                            ("nothing", types.Compact(unit)),
                            ("units", types.Sequence(unit)),
                            ("deci", types.Compact(named)),
                            ("pair", types.Array(types.Tuple(u8, u16), 2)),
                            ("minus", types.Primitive(9)),
                        ]
                    ),
                ];
            }
        );
        var fields = new ScaleWriter()
            .Integer(-5, 32)
            .Integer((BigInteger.One << 256) - 1, 32)
            .U32('é')
            .Compact(17)
            .Integer(0b1000_0000_0000_0001, 2)
            .Integer(0b1000_0000_0000_0000, 2)
            .Compact(3)
            .U8(0b101)
            .Compact(3)
            .Compact((BigInteger.One << 128) - 1)
            .U8(1)
            .Integer(2, 2)
            .U8(3)
            .Integer(4, 2)
            .U8(0xff)
            .ToArray();
        var data = TestRuntime.Events(runtime.Event("Odd", fields));
        var odd = new EventDecoder(runtime.Metadata, (_, _) => true).Decode(data)[0].Fields;
        Assert.Equal(-5, odd.Integer("signed"));
        Assert.Equal((BigInteger.One << 256) - 1, odd.Integer("huge"));
        Assert.Equal("é", odd.Value("letter").ToString());
        Assert.Equal([0, 15, 16], Set(odd.Sequence("msb"), 17));
        Assert.Equal([0, 2], Set(odd.Sequence("lsb"), 3));
        Assert.Equal(3, odd.Sequence("units").Count);
        Assert.Equal(UInt128.MaxValue, odd.U128("deci"));
        Assert.Equal("[{1, 2}, {3, 4}]", odd.Value("pair").ToString());
        Assert.Equal(-1, odd.Integer("minus"));
        Assert.Empty(new EventDecoder(runtime.Metadata, (_, _) => false).Decode(data));
    }

    [Fact]
    public void A_compact_integer_wider_than_its_type_is_refused()
    {
        var runtime = new TestRuntime(9, types => [("Set", 0, [("value", types.Compact(types.Primitive(5)))])]);
        var decoder = new EventDecoder(runtime.Metadata, (_, _) => true);
        byte[] Data(BigInteger value) =>
            TestRuntime.Events(runtime.Event("Set", new ScaleWriter().Compact(value).ToArray()));
        Assert.Equal(uint.MaxValue, decoder.Decode(Data(uint.MaxValue))[0].Fields.U32("value"));
        var exception = Assert.Throws<ScaleException>(() => decoder.Decode(Data(BigInteger.One << 32)));
        Assert.Contains("4294967296 has more than 4 bytes", exception.Message);
    }

    [Fact]
    public void Values_that_nest_without_end_are_refused_whether_wanted_or_not()
    {
        var runtime = new TestRuntime(
            9,
            types => [("Sent", 0, [("xcm", types.Variant(("End", 0, []), ("Then", 1, [(null, types.Next)])))])]
        );
        byte[] Data(int depth) => TestRuntime.Events(runtime.Event("Sent", [.. Enumerable.Repeat((byte)1, depth), 0]));
        foreach (var isWanted in new[] { true, false })
        {
            var decoder = new EventDecoder(runtime.Metadata, (_, _) => isWanted);
            Assert.Equal(isWanted ? 1 : 0, decoder.Decode(Data(200)).Count);
            var exception = Assert.Throws<ScaleException>(() => decoder.Decode(Data(100_000)));
            Assert.Contains("nest deeper", exception.Message);
        }
    }

    [Fact]
    public void Announced_lengths_are_not_believed()
    {
        var runtime = new TestRuntime(
            9,
            types =>
            {
                var unit = types.Tuple();
                return
                [
                    ("Units", 0, [("units", types.Sequence(unit))]),
                    ("Pairs", 1, [("pairs", types.Sequence(types.Tuple(types.Primitive(7), types.Primitive(2))))]),
                    ("Bits", 2, [("bits", types.BitSequence(types.Primitive(3), types.Composite("Lsb0")))]),
                    ("Array", 3, [("array", types.Array(types.Primitive(2), uint.MaxValue))]),
                ];
            }
        );
        var announced = new ScaleWriter().Compact(1_000_000_000).Raw(new byte[40]).ToArray();
        foreach (var name in new[] { "Units", "Pairs", "Bits", "Array" })
        {
            foreach (var isWanted in new[] { true, false })
            {
                var decoder = new EventDecoder(runtime.Metadata, (_, _) => isWanted);
                var data = TestRuntime.Events(runtime.Event(name, announced));
                var exception = Assert.Throws<ScaleException>(() => decoder.Decode(data));
                Assert.Contains($"Event 0 of 1 (Pool.{name})", exception.Message);
            }
        }
    }

    [Fact]
    public void A_runtime_without_events_of_the_usual_shape_is_refused()
    {
        var metadata = new RuntimeMetadata([], [], 4);
        Assert.Contains(
            "System.Events",
            Assert.Throws<MetadataException>(() => new EventDecoder(metadata, (_, _) => true)).Message
        );
    }

    private static IEnumerable<int> Set(IReadOnlyList<ScaleValue> bits, int count)
    {
        Assert.Equal(count, bits.Count);
        return bits.Index().Where(bit => ((ScaleBool)bit.Item).Value).Select(bit => bit.Index);
    }
}
