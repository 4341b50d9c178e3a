using Indexer.Substrate.Metadata;

namespace Indexer.Substrate.Tests;

/// <summary>
/// A small runtime written as metadata V14: System, Timestamp, and a pallet Pool with the given events. Events are
/// written by its own indices, so that two runtimes can encode the same event differently.
/// </summary>
internal sealed class TestRuntime
{
    public const int System = 0;
    public const int Timestamp = 3;
    private readonly byte poolIndex;
    private readonly (string Name, byte Index, (string? Name, int Type)[] Fields)[] poolEvents;

    public TestRuntime(
        byte poolIndex,
        Func<TestTypes, (string Name, byte Index, (string? Name, int Type)[] Fields)[]> poolEvents
    )
    {
        this.poolIndex = poolIndex;
        var types = new TestTypes();
        this.poolEvents = poolEvents(types);
        Bytes = Write(types);
        Metadata = RuntimeMetadata.Parse(Bytes);
    }

    public byte[] Bytes { get; }

    public RuntimeMetadata Metadata { get; }

    public static TestRuntime Simple(byte poolIndex, byte createdIndex) =>
        new(
            poolIndex,
            types =>
                [
                    ("Created", createdIndex, [("pid", types.Primitive(6))]),
                    ("Renamed", (byte)(createdIndex + 1), [("pid", types.Primitive(6)), ("name", types.Primitive(2))]),
                ]
        );

    /// <summary>One record of System.Events, caused by an extrinsic unless that is null.</summary>
    public byte[] Event(string name, byte[] fields, uint? extrinsic = 0)
    {
        var writer = new ScaleWriter();
        _ = extrinsic is { } index ? writer.U8(0).U32(index) : writer.U8(1);
        var variant = poolEvents.Single(candidate => candidate.Name == name);
        return writer.U8(poolIndex).U8(variant.Index).Raw(fields).Compact(1).Raw(new byte[32]).ToArray();
    }

    public static byte[] Events(params byte[][] records) =>
        new ScaleWriter().Vec(records, (w, record) => w.Raw(record)).ToArray();

    public static byte[] TimestampExtrinsic(ulong moment)
    {
        var call = new ScaleWriter().U8(4).U8(Timestamp).U8(7).Compact(moment).ToArray();
        return new ScaleWriter().Bytes(call).ToArray();
    }

    private byte[] Write(TestTypes types)
    {
        var u32 = types.Primitive(5);
        var hash = types.Composite("primitive_types::H256", (null, types.Array(types.Primitive(3), 32)));
        var phase = types.Variant(
            ("ApplyExtrinsic", 0, [(null, u32)]),
            ("Finalization", 1, []),
            ("Initialization", 2, [])
        );
        var pool = types.Variant(poolEvents);
        var outer = types.Variant(("Pool", poolIndex, [(null, pool)]));
        var record = types.Composite(("phase", phase), ("event", outer), ("topics", types.Sequence(hash)));
        var records = types.Sequence(record);
        var set = types.Variant(("set", 7, [("now", types.Compact(types.Primitive(6)))]));
        var errors = types.Variant(("NoPool", 0, []));
        var writer = new ScaleWriter().Raw("meta"u8).U8(14);
        types.Write(writer);
        writer.Compact(3);
        writer.Text("System").U8(1).Text("System").Compact(1);
        writer.Text("Events").U8(1).U8(0).Compact(records).Bytes([0]).Compact(0);
        writer.U8(0).U8(0).Compact(0).U8(0).U8(System);
        writer.Text("Timestamp").U8(0).U8(1).Compact(set).U8(0).Compact(1);
        writer.Text("MinimumPeriod").Compact(u32).Bytes([1, 2, 3, 4]).Compact(0).U8(0).U8(Timestamp);
        writer.Text("Pool").U8(1).Text("PoolPrefix").Compact(1);
        writer.Text("Pools").U8(0).U8(1).Vec([2, 5], (w, hasher) => w.U8(hasher));
        writer.Compact(u32).Compact(u32).Bytes([]).Compact(0);
        writer.U8(0).U8(1).Compact(pool).Compact(0).U8(1).Compact(errors).U8(poolIndex);
        return writer
            .Compact(record)
            .U8(4)
            .Vec(["CheckNonce"], (w, x) => w.Text(x).Compact(0).Compact(0))
            .Compact(0)
            .ToArray();
    }
}
