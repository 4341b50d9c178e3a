namespace Indexer.GraphQL.Types;

/// <summary>The scalars of the specification and the ones most schemas need.</summary>
public static class Scalars
{
    /// <summary>A signed 32-bit integer.</summary>
    public static ScalarType Int { get; } =
        new(
            "Int",
            "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.",
            SqlType.Integer,
            ScalarParsers.Int
        )
        {
            Json = AsIs,
        };

    /// <summary>A double.</summary>
    public static ScalarType Float { get; } =
        new(
            "Float",
            "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).",
            SqlType.Double,
            ScalarParsers.Float
        );

    /// <summary>A text.</summary>
    public static ScalarType String { get; } =
        new(
            "String",
            "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.",
            SqlType.Text,
            ScalarParsers.String
        );

    /// <summary>True or false.</summary>
    public static ScalarType Boolean { get; } =
        new(
            "Boolean",
            "The `Boolean` scalar type represents `true` or `false`.",
            SqlType.Boolean,
            ScalarParsers.Boolean
        )
        {
            Json = AsIs,
        };

    /// <summary>An opaque identifier.</summary>
    public static ScalarType Id { get; } =
        new(
            "ID",
            "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.",
            SqlType.Text,
            ScalarParsers.Id
        );

    /// <summary>A signed 64-bit integer as a JSON number: heights, counters.</summary>
    public static ScalarType Long { get; } =
        new(
            "Long",
            "A whole number between -(2^63) and 2^63 - 1, as a JSON number. Input may also be a string of digits.",
            SqlType.BigInt,
            input => (object)ScalarParsers.Whole(input, "Long", long.MinValue, long.MaxValue)
        )
        {
            Json = AsIs,
        };

    /// <summary>A whole number of any size as a decimal string.</summary>
    public static ScalarType BigInt { get; } =
        new(
            "BigInt",
            "A whole number of any size, as a string of decimal digits. Input may also be a JSON number without fraction.",
            SqlType.Numeric,
            input => ScalarParsers.Whole(input, "BigInt")
        )
        {
            Json = static value => ScalarType.Quoted($"trunc({value})::text"),
        };

    /// <summary>A moment in UTC.</summary>
    public static ScalarType DateTime { get; } =
        new(
            "DateTime",
            "A moment in UTC, ISO 8601 with milliseconds or microseconds: `2025-01-31T12:00:00.000Z`. Input may have any offset.",
            SqlType.TimestampTz,
            ScalarParsers.DateTime
        )
        {
            Json = static value =>
                ScalarType.Quoted(
                    $"replace(to_char({value} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), '000Z', 'Z')"
                ),
            SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc3339",
        };

    /// <summary>A day in UTC.</summary>
    public static ScalarType Date { get; } =
        new("Date", "A day in UTC: `2025-01-31`.", SqlType.Date, ScalarParsers.Date)
        {
            SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
            Json = static value => ScalarType.Quoted($"to_char({value}, 'YYYY-MM-DD')"),
        };

    /// <summary>Bytes as hexadecimal digits after <c>0x</c>.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="description">What the bytes are.</param>
    /// <param name="length">The only accepted number of bytes; null accepts any.</param>
    /// <param name="specifiedBy">The address of the format's specification.</param>
    public static ScalarType Hex(string name, string description, int? length = null, string? specifiedBy = null) =>
        new(name, description, SqlType.Bytea, input => ScalarParsers.Hex(input, name, length))
        {
            SpecifiedBy = specifiedBy,
            Json = static value => ScalarType.Quoted($"'0x' || encode({value}, 'hex')"),
        };

    /// <summary>An exact decimal, stored as a whole number of its smallest unit.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="description">What it counts, with unit.</param>
    /// <param name="scale">The number of fraction digits: the smallest unit is 10^-scale.</param>
    /// <param name="specifiedBy">The address of the format's specification.</param>
    public static ScalarType FixedPoint(string name, string description, int scale, string? specifiedBy = null)
    {
        var unit = scale == 0 ? "1" : "0." + new string('0', scale - 1) + "1";
        return new ScalarType(name, description, SqlType.Numeric, input => ScalarParsers.FixedPoint(input, name, scale))
        {
            SpecifiedBy = specifiedBy,
            Json = value => ScalarType.Quoted($"trim_scale({value} * {unit})::text"),
        };
    }

    /// <summary>The text of numbers and truth values is their JSON.</summary>
    private static string AsIs(string value) => $"({value})::text";
}
