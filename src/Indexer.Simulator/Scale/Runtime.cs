namespace Indexer.Simulator.Scale;

/// <summary>One runtime version: encodes its events and calls, and describes itself as metadata V14.</summary>
internal sealed class Runtime
{
    private readonly Dictionary<(string Pallet, string Item), (byte Pallet, ScaleVariant Variant)> _events = [];
    private readonly Dictionary<(string Pallet, string Item), (byte Pallet, ScaleVariant Variant)> _calls = [];

    public Runtime(string specName, uint specVersion, uint transactionVersion, IReadOnlyList<PalletTable> pallets)
    {
        SpecName = specName;
        SpecVersion = specVersion;
        TransactionVersion = transactionVersion;
        var types = RuntimeTypes.Declare(specName, pallets);
        foreach (var pallet in pallets)
        {
            Index(types, pallet, pallet.Name + "Event", pallet.Events, _events);
            Index(types, pallet, pallet.Name + "Call", pallet.Calls, _calls);
        }
        Metadata = new MetadataWriter(types).Write(pallets);
    }

    public string SpecName { get; }

    public uint SpecVersion { get; }

    public uint TransactionVersion { get; }

    public byte[] Metadata { get; }

    /// <summary>
    /// Encodes an event record. A runtime whose event has fewer fields takes the first ones: fields were only ever added at the end.
    /// </summary>
    public void WriteEvent(ScaleWriter writer, uint? extrinsic, string pallet, string name, object?[] values)
    {
        if (extrinsic is { } index)
        {
            writer.Byte(0).Integer(index, 4);
        }
        else
        {
            writer.Byte(2);
        }
        var (place, variant) = _events[(pallet, name)];
        writer.Byte(place).Byte(variant.Index);
        ScaleEncoder.Fields(writer, variant.Fields, values);
        writer.Compact(0);
    }

    public byte[] Call(string pallet, string name, params object?[] values)
    {
        var (place, variant) = _calls[(pallet, name)];
        var writer = new ScaleWriter().Byte(place).Byte(variant.Index);
        ScaleEncoder.Fields(writer, variant.Fields, values);
        return writer.ToArray();
    }

    public bool HasEvent(string pallet, string name) => _events.ContainsKey((pallet, name));

    private static void Index(
        TypeCatalogue types,
        PalletTable pallet,
        string type,
        string table,
        Dictionary<(string, string), (byte, ScaleVariant)> index
    )
    {
        if (table.Length == 0)
        {
            return;
        }
        foreach (var variant in types[type].Variants)
        {
            index[(pallet.Name, variant.Name)] = (pallet.Index, variant);
        }
    }
}
