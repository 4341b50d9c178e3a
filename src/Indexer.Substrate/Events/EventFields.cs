using System.Numerics;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Substrate.Events;

/// <summary>
/// The fields of an event, or of a struct or enum inside one, read by name or position as the type that the caller
/// expects. Asking for a field that is not there, or as a type that it is not, is an <see cref="EventFieldException"/>.
/// </summary>
public sealed class EventFields
{
    private readonly string path;
    private readonly ScaleFields fields;

    /// <summary>Wraps decoded fields.</summary>
    /// <param name="path">What they are the fields of, such as PhalaVault.PoolCreated; for errors.</param>
    /// <param name="fields">The fields.</param>
    public EventFields(string path, ScaleFields fields)
    {
        this.path = path;
        this.fields = fields;
    }

    /// <summary>The fields as they were decoded.</summary>
    public ScaleFields Decoded => fields;

    /// <summary>How many fields there are.</summary>
    public int Count => fields.Values.Count;

    /// <summary>The names, snake_case; null for a field that the runtime does not name.</summary>
    public IReadOnlyList<string?> Names => fields.Names;

    /// <summary>Whether the field is there; runtimes add fields to events over time.</summary>
    public bool Has(FieldKey key) => PositionOf(key) >= 0;

    /// <summary>The value as it was decoded.</summary>
    /// <exception cref="EventFieldException">There is no such field.</exception>
    public ScaleValue Value(FieldKey key)
    {
        var position = PositionOf(key);
        if (position >= 0)
        {
            return fields.Values[position];
        }

        var names = string.Join(", ", fields.Names.Select((name, index) => name ?? $"#{index}"));
        throw new EventFieldException($"{path} has no field {key}; it has {(Count == 0 ? "none" : names)}.");
    }

    /// <summary>A 32-byte (or 20-byte) account.</summary>
    /// <exception cref="EventFieldException">There is no such field or it is not an account.</exception>
    public AccountId AccountId(FieldKey key) => ToAccountId(key, Value(key));

    /// <summary>An unsigned integer of up to 128 bits.</summary>
    /// <exception cref="EventFieldException">There is no such field, it is no integer or does not fit.</exception>
    public UInt128 U128(FieldKey key) => ToUnsigned(key, Value(key), UInt128.MaxValue, "u128");

    /// <summary>An unsigned integer of up to 64 bits.</summary>
    /// <exception cref="EventFieldException">There is no such field, it is no integer or does not fit.</exception>
    public ulong U64(FieldKey key) => (ulong)ToUnsigned(key, Value(key), ulong.MaxValue, "u64");

    /// <summary>An unsigned integer of up to 32 bits.</summary>
    /// <exception cref="EventFieldException">There is no such field, it is no integer or does not fit.</exception>
    public uint U32(FieldKey key) => (uint)ToUnsigned(key, Value(key), uint.MaxValue, "u32");

    /// <summary>An integer of any size, signed or not.</summary>
    /// <exception cref="EventFieldException">There is no such field or it is no integer.</exception>
    public BigInteger Integer(FieldKey key) => Expect<ScaleInteger>(key, Value(key), "an integer").Value;

    /// <summary>An integer of up to 32 bits that may be absent.</summary>
    /// <exception cref="EventFieldException">There is no such field or it is not an optional integer that fits.</exception>
    public uint? OptionalU32(FieldKey key) =>
        Optional(key) is { } value ? (uint)ToUnsigned(key, value, uint.MaxValue, "u32") : null;

    /// <summary>A truth value.</summary>
    /// <exception cref="EventFieldException">There is no such field or it is not one.</exception>
    public bool Bool(FieldKey key) => Expect<ScaleBool>(key, Value(key), "a bool").Value;

    /// <summary>Bytes: a hash, a public key, a remark.</summary>
    /// <exception cref="EventFieldException">There is no such field or it is not bytes.</exception>
    public byte[] Bytes(FieldKey key) => Expect<ScaleBytes>(key, Value(key), "bytes").Value.ToArray();

    /// <summary>The elements of a sequence or array.</summary>
    /// <exception cref="EventFieldException">There is no such field or it is not a sequence.</exception>
    public IReadOnlyList<ScaleValue> Sequence(FieldKey key) =>
        Expect<ScaleSequence>(key, Value(key), "a sequence").Items;

    /// <summary>The fields of a struct or tuple.</summary>
    /// <exception cref="EventFieldException">There is no such field or it is neither.</exception>
    public EventFields Composite(FieldKey key) =>
        new($"{path}.{key}", Expect<ScaleComposite>(key, Value(key), "a struct").Fields);

    /// <summary>The case of an enum.</summary>
    /// <exception cref="EventFieldException">There is no such field or it is not an enum.</exception>
    public EventVariant Variant(FieldKey key)
    {
        var variant = Expect<ScaleVariant>(key, Value(key), "an enum");
        return new EventVariant(variant.Name, new EventFields($"{path}.{key}.{variant.Name}", variant.Fields));
    }

    /// <summary>Names and values on one line, for logs.</summary>
    public override string ToString() => fields.ToString();

    private int PositionOf(FieldKey key)
    {
        if (key.Name is null)
        {
            return key.Position < Count ? key.Position : -1;
        }

        for (var i = 0; i < fields.Names.Count; i++)
        {
            if (fields.Names[i] == key.Name)
            {
                return i;
            }
        }

        return -1;
    }

    private ScaleValue? Optional(FieldKey key)
    {
        var option = Expect<ScaleVariant>(key, Value(key), "an option");
        return option switch
        {
            { Name: "None", Fields.Values.Count: 0 } => null,
            { Name: "Some", Fields.Values: [var value] } => value,
            _ => throw Mismatch(key, option, "an option"),
        };
    }

    private AccountId ToAccountId(FieldKey key, ScaleValue value)
    {
        var bytes = Expect<ScaleBytes>(key, value, "an account").Value;
        return bytes.Length is Domain.AccountId.SubstrateLength or Domain.AccountId.EvmLength
            ? new AccountId(bytes)
            : throw Mismatch(key, value, "an account");
    }

    private UInt128 ToUnsigned(FieldKey key, ScaleValue value, UInt128 max, string wanted) =>
        Expect<ScaleInteger>(key, value, wanted).TryGetU128(out var number) && number <= max
            ? number
            : throw Mismatch(key, value, wanted);

    private T Expect<T>(FieldKey key, ScaleValue value, string wanted)
        where T : ScaleValue => value as T ?? throw Mismatch(key, value, wanted);

    private EventFieldException Mismatch(FieldKey key, ScaleValue value, string wanted)
    {
        var text = value.ToString()!;
        return new($"{path}.{key} is not {wanted} but {OneLine.Of(text, 100)}.");
    }
}
