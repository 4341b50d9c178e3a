namespace Indexer.Simulator.Scale;

/// <summary>Writes runtime metadata V14: the portable type registry, the pallets, the extrinsic format.</summary>
internal sealed class MetadataWriter(TypeCatalogue types)
{
    private static readonly string[] Primitives = ["bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "u256"];

    private readonly Dictionary<string, uint> _ids = [];
    private readonly List<ScaleType> _registry = [];

    public byte[] Write(IReadOnlyList<PalletTable> pallets)
    {
        var body = new ScaleWriter();
        body.Many(pallets, Pallet);
        Extrinsic(body);
        Reference(body, types["Runtime"]);
        // The registry comes first in the file but is only complete once everything else is written.
        var registry = new ScaleWriter();
        registry.Many(
            _registry,
            (writer, type) =>
            {
                writer.Compact(_ids[type.Name]);
                Type(writer, type);
            }
        );
        return [.. "meta"u8, 14, .. registry.ToArray(), .. body.ToArray()];
    }

    private uint Id(ScaleType type)
    {
        if (_ids.TryGetValue(type.Name, out var id))
        {
            return id;
        }
        _ids[type.Name] = id = (uint)_registry.Count;
        _registry.Add(type);
        foreach (var inner in Inner(type))
        {
            Id(inner);
        }
        return id;
    }

    private static IEnumerable<ScaleType> Inner(ScaleType type)
    {
        var fields = type.Fields.Concat(type.Variants.SelectMany(variant => variant.Fields)).Concat(type.Parameters);
        var inner = fields.Select(field => field.Type);
        return type.Element is null ? inner : inner.Append(type.Element);
    }

    private ScaleWriter Reference(ScaleWriter writer, ScaleType type) => writer.Compact(Id(type));

    private void Type(ScaleWriter writer, ScaleType type)
    {
        writer.Texts([.. type.Path]);
        writer.Many(
            type.Parameters,
            (inner, parameter) => Reference(inner.Text(parameter.Name!).Byte(1), parameter.Type)
        );
        Definition(writer, type);
        writer.Compact(0);
    }

    private void Definition(ScaleWriter writer, ScaleType type)
    {
        writer.Byte((byte)type.Shape);
        switch (type.Shape)
        {
            case ScaleShape.Composite:
                Fields(writer, type.Fields);
                break;
            case ScaleShape.Variant:
                writer.Many(type.Variants, Variant);
                break;
            case ScaleShape.Array:
                Reference(writer.Integer(type.Length, 4), type.Element!);
                break;
            case ScaleShape.Tuple:
                writer.Many(type.Fields, (inner, field) => Reference(inner, field.Type));
                break;
            case ScaleShape.Primitive:
                writer.Byte((byte)Array.IndexOf(Primitives, type.Name));
                break;
            default:
                Reference(writer, type.Element!);
                break;
        }
    }

    private void Variant(ScaleWriter writer, ScaleVariant variant)
    {
        writer.Text(variant.Name);
        Fields(writer, variant.Fields);
        writer.Byte(variant.Index).Compact(0);
    }

    private void Fields(ScaleWriter writer, IReadOnlyList<ScaleField> fields) =>
        writer.Many(
            fields,
            (inner, field) =>
            {
                inner.Option(field.Name, (named, name) => named.Text(name));
                Reference(inner, field.Type);
                inner.Option(field.Type.Name, (named, name) => named.Text(name)).Compact(0);
            }
        );

    private void Pallet(ScaleWriter writer, PalletTable pallet)
    {
        writer.Text(pallet.Name);
        writer.Option(pallet.Storage.Count == 0 ? null : pallet, Storage);
        writer.Option(
            pallet.Calls.Length == 0 ? null : pallet.Name,
            (inner, name) => Reference(inner, types[name + "Call"])
        );
        writer.Option(
            pallet.Events.Length == 0 ? null : pallet.Name,
            (inner, name) => Reference(inner, types[name + "Event"])
        );
        writer.Many(pallet.Constants, Constant);
        writer.Option(
            pallet.Errors.Length == 0 ? null : pallet.Name,
            (inner, name) => Reference(inner, types[name + "Error"])
        );
        writer.Byte(pallet.Index);
    }

    private void Storage(ScaleWriter writer, PalletTable pallet)
    {
        writer.Text(pallet.Name);
        writer.Many(
            pallet.Storage,
            (inner, item) => Entry(inner.Text(item.Name).Byte(item.Modifier), item).Bytes(item.Default).Compact(0)
        );
    }

    private ScaleWriter Entry(ScaleWriter writer, StorageItem item)
    {
        if (item.Keys.Count == 0)
        {
            return Reference(writer.Byte(0), types[item.Type]);
        }
        writer.Byte(1).Bytes([.. item.Keys.Select(key => (byte)key.Hasher)]);
        return Reference(Reference(writer, types[item.KeyType]), types[item.Type]);
    }

    private void Constant(ScaleWriter writer, (string Name, string Type, object? Value) constant)
    {
        var value = new ScaleWriter();
        ScaleEncoder.Encode(value, types[constant.Type], constant.Value);
        Reference(writer.Text(constant.Name), types[constant.Type]).Bytes(value.ToArray()).Compact(0);
    }

    private void Extrinsic(ScaleWriter writer)
    {
        Reference(writer, types["UncheckedExtrinsic"]).Byte(4);
        (string Name, string Extra, string Signed)[] extensions =
        [
            ("CheckNonZeroSender", "CheckNonZeroSender", "()"),
            ("CheckSpecVersion", "CheckSpecVersion", "u32"),
            ("CheckTxVersion", "CheckTxVersion", "u32"),
            ("CheckGenesis", "CheckGenesis", "H256"),
            ("CheckMortality", "CheckMortality", "H256"),
            ("CheckNonce", "CheckNonce", "()"),
            ("CheckWeight", "CheckWeight", "()"),
            ("ChargeTransactionPayment", "ChargeTransactionPayment", "()"),
        ];
        writer.Many(
            extensions,
            (inner, item) => Reference(Reference(inner.Text(item.Name), types[item.Extra]), types[item.Signed])
        );
    }
}
