namespace Indexer.Simulator.Scale;

/// <summary>Writes runtime metadata V13: the pallets with their types as text, the signed extensions by name.</summary>
internal sealed class FirstMetadataWriter(TypeCatalogue types)
{
    public byte[] Write(IReadOnlyList<PalletTable> pallets) =>
        [
            .. "meta"u8,
            13,
            .. new ScaleWriter()
                .Many(pallets, Pallet)
                .Byte(4)
                .Texts([
                    "CheckSpecVersion",
                    "CheckTxVersion",
                    "CheckGenesis",
                    "CheckMortality",
                    "CheckNonce",
                    "CheckWeight",
                    "CheckMqSequence",
                    "ChargeTransactionPayment",
                ])
                .ToArray(),
        ];

    private void Pallet(ScaleWriter writer, PalletTable pallet)
    {
        writer.Text(pallet.Name);
        writer.Option(
            pallet.Storage.Count == 0 ? null : pallet,
            (inner, one) => inner.Text(one.Name).Many(one.Storage, Entry)
        );
        writer.Option(
            pallet.Calls.Length == 0 ? null : types[pallet.Name + "Call"],
            (inner, calls) => inner.Many(InPlace(calls), Call)
        );
        writer.Option(
            pallet.Events.Length == 0 ? null : types[pallet.Name + "Event"],
            (inner, events) => inner.Many(InPlace(events), Event)
        );
        writer.Many(pallet.Constants, Constant);
        writer.Many(
            pallet.Errors.Length == 0 ? [] : InPlace(types[pallet.Name + "Error"]),
            (inner, error) => inner.Text(error.Name).Compact(0)
        );
        writer.Byte(pallet.Index);
    }

    /// <summary>The variants, whose numbers must be their places: nothing else tells them.</summary>
    private static IReadOnlyList<ScaleVariant> InPlace(ScaleType type) =>
        type.Variants.Index().All(variant => variant.Index == variant.Item.Index)
            ? type.Variants
            : throw new ArgumentException($"{type.Name} leaves numbers out.", nameof(type));

    private static void Call(ScaleWriter writer, ScaleVariant call) =>
        writer
            .Text(call.Name)
            .Many(call.Fields, (inner, field) => inner.Text(field.Name!).Text(RustNames.Of(field.Type)))
            .Compact(0);

    private static void Event(ScaleWriter writer, ScaleVariant variant) =>
        writer.Text(variant.Name).Texts([.. variant.Fields.Select(field => RustNames.Of(field.Type))]).Compact(0);

    private void Entry(ScaleWriter writer, StorageItem item)
    {
        writer.Text(item.Name).Byte(item.Modifier);
        if (item.Keys.Count == 0)
        {
            writer.Byte(0);
        }
        else
        {
            var (hasher, key) = item.Keys.Single();
            writer.Byte(1).Byte((byte)hasher).Text(RustNames.Of(types[key]));
        }
        writer.Text(RustNames.Of(types[item.Type]));
        if (item.Keys.Count > 0)
        {
            // Whether the map is linked; none is.
            writer.Byte(0);
        }
        writer.Bytes(item.Default).Compact(0);
    }

    private void Constant(ScaleWriter writer, (string Name, string Type, object? Value) constant)
    {
        var value = new ScaleWriter();
        ScaleEncoder.Encode(value, types[constant.Type], constant.Value);
        writer.Text(constant.Name).Text(RustNames.Of(types[constant.Type])).Bytes(value.ToArray()).Compact(0);
    }
}
