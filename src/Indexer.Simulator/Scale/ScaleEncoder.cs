using System.Collections;

namespace Indexer.Simulator.Scale;

/// <summary>Encodes plain values by the type they are declared with.</summary>
internal static class ScaleEncoder
{
    private static readonly Dictionary<string, int> Sizes = new()
    {
        ["bool"] = 1,
        ["u8"] = 1,
        ["u16"] = 2,
        ["u32"] = 4,
        ["u64"] = 8,
        ["u128"] = 16,
    };

    public static void Encode(ScaleWriter writer, ScaleType type, object? value)
    {
        if (value is IScaleValue own)
        {
            value = own.As(type);
        }
        switch (type.Shape)
        {
            case ScaleShape.Primitive when type.Name == "str":
                writer.Text((string)value!);
                break;
            case ScaleShape.Primitive:
                writer.Integer(Number(value), Sizes[type.Name]);
                break;
            case ScaleShape.Compact:
                writer.Compact(Number(value is object?[] fields ? fields[0] : value));
                break;
            case ScaleShape.Array:
                writer.Raw(Fixed(value, type.Length));
                break;
            case ScaleShape.Sequence:
                Sequence(writer, type, value!);
                break;
            case ScaleShape.Variant:
                Variant(writer, type, value);
                break;
            default:
                Fields(
                    writer,
                    type.Fields,
                    type.Fields.Count == 1 && value is not object[] ? [value] : (object?[])value!
                );
                break;
        }
    }

    public static void Fields(ScaleWriter writer, IReadOnlyList<ScaleField> fields, IReadOnlyList<object?> values)
    {
        for (var index = 0; index < fields.Count; index++)
        {
            Encode(writer, fields[index].Type, values[index]);
        }
    }

    private static void Sequence(ScaleWriter writer, ScaleType type, object value)
    {
        if (value is byte[] bytes)
        {
            writer.Bytes(bytes);
            return;
        }
        writer.Many([.. ((IEnumerable)value).Cast<object?>()], (inner, item) => Encode(inner, type.Element!, item));
    }

    private static void Variant(ScaleWriter writer, ScaleType type, object? value)
    {
        var choice = type.Path is ["Option"]
            ? value is null
                ? new("None")
                : new ScaleChoice("Some", value)
            : Choice(value!);
        var variant = type.Variants.First(candidate => candidate.Name == choice.Variant);
        writer.Byte(variant.Index);
        Fields(writer, variant.Fields, choice.Fields);
    }

    private static ScaleChoice Choice(object value) =>
        value switch
        {
            ScaleChoice choice => choice,
            AccountId account => new("Id", account),
            string name => new(name),
            Enum name => new(name.ToString()),
            _ => throw new ArgumentException($"{value} is no variant.", nameof(value)),
        };

    private static byte[] Fixed(object? value, uint length)
    {
        var bytes = value is AccountId account ? account.Bytes : (byte[])value!;
        return bytes.Length == length
            ? bytes
            : throw new ArgumentException($"{bytes.Length} bytes for [u8; {length}].", nameof(value));
    }

    private static UInt128 Number(object? value) =>
        value switch
        {
            bool flag => flag ? (UInt128)1 : 0,
            byte number => number,
            ushort number => number,
            uint number => number,
            ulong number => number,
            UInt128 number => number,
            int number => checked((UInt128)number),
            _ => throw new ArgumentException($"{value} is no number.", nameof(value)),
        };
}
