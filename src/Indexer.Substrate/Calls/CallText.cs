using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Plans;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Calls;

/// <summary>
/// Writes calls as JSON that people can read: <c>{"pallet", "call", "args"}</c>, calls inside calls the same. Accounts
/// are SS58 addresses, integers above 32 bits decimal strings in the chain's smallest unit, bytes text where they are
/// printable UTF-8 and hexadecimal with 0x elsewhere; absent options are null.
/// </summary>
public sealed class CallText
{
    private const int MaxDepth = 256;
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 10 * MaxDepth,
    };

    private readonly RuntimeMetadata metadata;
    private readonly TypePlans plans;

    internal CallText(RuntimeMetadata metadata, TypePlans plans)
    {
        this.metadata = metadata;
        this.plans = plans;
    }

    /// <summary>Writes a call.</summary>
    /// <param name="call">The SCALE encoding of the call.</param>
    /// <returns>The JSON; null when the bytes are no call of the runtime.</returns>
    public string? TryWrite(ReadOnlySpan<byte> call)
    {
        if (metadata.Extrinsics is not { } parts)
        {
            return null;
        }

        try
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream, Options))
            {
                var reader = new ScaleReader(call);
                Write(json, ref reader, parts.Call, 0);
                reader.End("a call");
            }

            return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        }
        catch (ScaleException)
        {
            return null;
        }
    }

    private void Write(Utf8JsonWriter json, ref ScaleReader reader, int type, int depth)
    {
        if (depth > MaxDepth)
        {
            throw reader.Error("a call", $"values nest deeper than {MaxDepth}");
        }

        var (path, _, definition) = metadata.Types[type];
        switch (definition)
        {
            case VariantType variants:
                WriteCase(json, ref reader, type, path, variants, depth);
                break;
            case CompositeType when path is [.., "AccountId32"]:
                json.WriteStringValue(Ss58.Encode(new AccountId(reader.Take(AccountId.SubstrateLength))));
                break;
            case CompositeType when path is [.., "WrapperKeepOpaque"]:
                reader.CompactU64("the length of a call");
                Write(json, ref reader, metadata.Extrinsics!.Call, depth + 1);
                break;
            case CompositeType { Fields: [var only] } when only.Name is null:
                Write(json, ref reader, only.Type, depth + 1);
                break;
            case CompositeType composite:
                WriteFields(json, ref reader, composite.Fields, depth);
                break;
            case SequenceType sequence when IsByte(sequence.Element):
                WriteBytes(json, reader.Bytes(), isText: true);
                break;
            case SequenceType sequence:
                WriteItems(json, ref reader, reader.CompactU64("the length of a sequence"), sequence.Element, depth);
                break;
            case ArrayType array when IsByte(array.Element):
                WriteBytes(json, reader.Take(array.Length), isText: false);
                break;
            case ArrayType array:
                WriteItems(json, ref reader, array.Length, array.Element, depth);
                break;
            default:
                WriteScalar(json, plans[type].Decode(ref reader, 0), IsWide(type));
                break;
        }
    }

    private void WriteCase(
        Utf8JsonWriter json,
        ref ScaleReader reader,
        int type,
        IReadOnlyList<string> path,
        VariantType variants,
        int depth
    )
    {
        var index = reader.U8("the case of an enum");
        var found =
            variants.Variants.FirstOrDefault(variant => variant.Index == index)
            ?? throw reader.Error("the case of an enum", $"the type has no case {index}");
        if (type == metadata.Extrinsics!.Call)
        {
            WriteCall(json, ref reader, found, depth);
        }
        else if (path is ["Option"])
        {
            WriteOptional(json, ref reader, found, depth);
        }
        else if (path is [.., "MultiAddress"] && found is { Name: "Id", Fields: [var id] })
        {
            Write(json, ref reader, id.Type, depth + 1);
        }
        else if (path is [.., "Bounded"] && found is { Name: "Inline" })
        {
            WriteInline(json, reader.Bytes("an inline call"));
        }
        else if (found.Fields.Count == 0)
        {
            json.WriteStringValue(found.Name);
        }
        else
        {
            json.WriteStartObject();
            json.WritePropertyName(found.Name);
            WriteFields(json, ref reader, found.Fields, depth);
            json.WriteEndObject();
        }
    }

    private void WriteCall(Utf8JsonWriter json, ref ScaleReader reader, TypeVariant pallet, int depth)
    {
        var index = reader.U8("the kind of a call");
        var call =
            (metadata.Types[pallet.Fields[0].Type].Definition as VariantType)?.Variants.FirstOrDefault(candidate =>
                candidate.Index == index
            ) ?? throw reader.Error("a call", $"{pallet.Name} has no call {index}");
        json.WriteStartObject();
        json.WriteString("pallet", pallet.Name);
        json.WriteString("call", call.Name);
        json.WriteStartObject("args");
        for (var i = 0; i < call.Fields.Count; i++)
        {
            json.WritePropertyName(call.Fields[i].Name ?? $"{i}");
            Write(json, ref reader, call.Fields[i].Type, depth + 1);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteOptional(Utf8JsonWriter json, ref ScaleReader reader, TypeVariant found, int depth)
    {
        if (found.Fields is [var some])
        {
            Write(json, ref reader, some.Type, depth + 1);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>Fields of which the only one has no name are that one.</summary>
    private void WriteFields(Utf8JsonWriter json, ref ScaleReader reader, IReadOnlyList<TypeField> fields, int depth)
    {
        if (fields is [{ Name: null } only])
        {
            Write(json, ref reader, only.Type, depth + 1);
            return;
        }

        var isNamed = fields.All(field => field.Name is not null) && fields.Count > 0;
        if (isNamed)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartArray();
        }

        foreach (var field in fields)
        {
            if (isNamed)
            {
                json.WritePropertyName(field.Name!);
            }

            Write(json, ref reader, field.Type, depth + 1);
        }

        if (isNamed)
        {
            json.WriteEndObject();
        }
        else
        {
            json.WriteEndArray();
        }
    }

    private void WriteItems(Utf8JsonWriter json, ref ScaleReader reader, ulong count, int element, int depth)
    {
        var size = plans[element].Size.Min;
        if (count > (ulong)(size == 0 ? MaxDepth : reader.Remaining / size))
        {
            throw reader.Error("a sequence", $"{count} elements of at least {size} bytes each are announced");
        }

        json.WriteStartArray();
        for (; count > 0; count--)
        {
            Write(json, ref reader, element, depth + 1);
        }

        json.WriteEndArray();
    }

    private void WriteInline(Utf8JsonWriter json, ReadOnlySpan<byte> call)
    {
        json.WriteStartObject();
        json.WritePropertyName("Inline");
        if (TryWrite(call) is { } text)
        {
            json.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            WriteBytes(json, call, isText: false);
        }

        json.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter json, ScaleValue value, bool isWide)
    {
        switch (value)
        {
            case ScaleBool flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case ScaleInteger integer when !isWide:
                json.WriteNumberValue((long)integer.Value);
                break;
            case ScaleComposite { Fields.Values.Count: 0 }:
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    private static void WriteBytes(Utf8JsonWriter json, ReadOnlySpan<byte> bytes, bool isText) =>
        json.WriteStringValue(isText && Printable(bytes) is { } text ? text : Hex.Of(bytes));

    private static string? Printable(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = StrictUtf8.GetString(bytes);
            return text.All(letter => !char.IsControl(letter) || letter is '\n' or '\r' or '\t') ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private bool IsByte(int type) => Unwrap(type) is PrimitiveType { Primitive: Primitive.U8 };

    /// <summary>Whether integers of a type may have more than the 53 bits that readers of JSON keep.</summary>
    private bool IsWide(int type) =>
        (Unwrap(type) is CompactType compact ? Unwrap(compact.Inner) : Unwrap(type))
            is PrimitiveType { Primitive: not (Primitive.U8 or Primitive.U16 or Primitive.U32) } primitive
        && primitive.Primitive is not (Primitive.I8 or Primitive.I16 or Primitive.I32);

    private TypeDefinition Unwrap(int type)
    {
        var definition = metadata.Types[type].Definition;
        while (definition is CompositeType { Fields: [var only] })
        {
            definition = metadata.Types[only.Type].Definition;
        }

        return definition;
    }
}
