namespace Indexer.Simulator.Scale;

/// <summary>One runtime version: encodes its events, calls and storage, and describes itself as metadata V14, the first ones as V13.</summary>
internal sealed class Runtime
{
    private readonly Dictionary<(string Pallet, string Item), (byte Pallet, ScaleVariant Variant)> _events = [];
    private readonly Dictionary<(string Pallet, string Item), (byte Pallet, ScaleVariant Variant)> _calls = [];
    private readonly Dictionary<(string Pallet, string Item), (byte Pallet, ScaleVariant Variant)> _errors = [];
    private readonly Dictionary<
        (string Pallet, string Item),
        (StorageItem Item, byte[] Prefix, ScaleType Value, IReadOnlyList<ScaleType> Keys)
    > _storage = [];
    private readonly ScaleType _call;
    private readonly ScaleType _error;

    public Runtime(
        string specName,
        uint specVersion,
        uint transactionVersion,
        string types,
        IReadOnlyList<PalletTable> pallets,
        bool isFirst = false
    )
    {
        SpecName = specName;
        SpecVersion = specVersion;
        TransactionVersion = transactionVersion;
        var catalogue = RuntimeTypes.Declare(specName, pallets, types);
        _call = catalogue["RuntimeCall"];
        _error = catalogue["ModuleError"].Fields[1].Type;
        foreach (var pallet in pallets)
        {
            Index(catalogue, pallet, "Event", pallet.Events, _events);
            Index(catalogue, pallet, "Call", pallet.Calls, _calls);
            Index(catalogue, pallet, "Error", pallet.Errors, _errors);
            foreach (var item in pallet.Storage)
            {
                _storage[(pallet.Name, item.Name)] = (
                    item,
                    StorageKeys.Prefix(pallet.Name, item.Name),
                    catalogue[item.Type],
                    [.. item.Keys.Select(key => catalogue[key.Type])]
                );
            }
        }
        Metadata = isFirst
            ? new FirstMetadataWriter(catalogue).Write(pallets)
            : new MetadataWriter(catalogue).Write(pallets);
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

    public byte[] Encode(IScaleValue call)
    {
        var writer = new ScaleWriter();
        ScaleEncoder.Encode(writer, _call, call);
        return writer.ToArray();
    }

    public bool HasEvent(string pallet, string name) => _events.ContainsKey((pallet, name));

    public bool HasCall(string pallet, string name) => _calls.ContainsKey((pallet, name));

    public bool HasStorage(string pallet, string name) => _storage.ContainsKey((pallet, name));

    /// <summary>A pallet's error as the DispatchError it becomes.</summary>
    public ScaleChoice Error(string pallet, string name)
    {
        var (place, variant) = _errors[(pallet, name)];
        object code = _error.Shape == ScaleShape.Primitive ? variant.Index : new byte[] { variant.Index, 0, 0, 0 };
        return new("Module", (object)new object?[] { place, code });
    }

    /// <summary>The key of a storage value.</summary>
    public byte[] Key(string pallet, string name, IReadOnlyList<object?> keys)
    {
        var (item, prefix, _, types) = _storage[(pallet, name)];
        var all = new ScaleWriter().Raw(prefix);
        for (var index = 0; index < types.Count; index++)
        {
            var key = new ScaleWriter();
            ScaleEncoder.Encode(key, types[index], keys[index]);
            all.Raw(StorageKeys.Hash(item.Keys[index].Hasher, key.ToArray()));
        }
        return all.ToArray();
    }

    /// <summary>A storage value in this runtime's layout.</summary>
    public byte[] Value(string pallet, string name, object? value)
    {
        var writer = new ScaleWriter();
        ScaleEncoder.Encode(writer, _storage[(pallet, name)].Value, value);
        return writer.ToArray();
    }

    private static void Index(
        TypeCatalogue types,
        PalletTable pallet,
        string kind,
        string table,
        Dictionary<(string, string), (byte, ScaleVariant)> index
    )
    {
        if (table.Length == 0)
        {
            return;
        }
        foreach (var variant in types[pallet.Name + kind].Variants)
        {
            index[(pallet.Name, variant.Name)] = (pallet.Index, variant);
        }
    }
}
