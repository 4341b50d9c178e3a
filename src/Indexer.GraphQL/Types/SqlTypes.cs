using NpgsqlTypes;

namespace Indexer.GraphQL.Types;

/// <summary>The names of <see cref="SqlType"/> in PostgreSQL and Npgsql.</summary>
internal static class SqlTypes
{
    public static SqlType Of(NamedType type) =>
        type switch
        {
            ScalarType scalar => scalar.SqlType,
            EnumType => SqlType.Text,
            _ => throw new ArgumentException($"{type.Name} is not a scalar or enum.", nameof(type)),
        };

    public static NpgsqlDbType ToNpgsql(SqlType type) =>
        type switch
        {
            SqlType.Boolean => NpgsqlDbType.Boolean,
            SqlType.Integer => NpgsqlDbType.Integer,
            SqlType.BigInt => NpgsqlDbType.Bigint,
            SqlType.Numeric => NpgsqlDbType.Numeric,
            SqlType.Double => NpgsqlDbType.Double,
            SqlType.Text => NpgsqlDbType.Text,
            SqlType.Bytea => NpgsqlDbType.Bytea,
            SqlType.TimestampTz => NpgsqlDbType.TimestampTz,
            SqlType.Date => NpgsqlDbType.Date,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown SQL type."),
        };

    public static bool IsNumber(SqlType type) =>
        type is SqlType.Integer or SqlType.BigInt or SqlType.Numeric or SqlType.Double;

    /// <summary>Whether PostgreSQL knows the least and greatest of such values.</summary>
    public static bool HasExtremes(SqlType type) =>
        IsNumber(type) || type is SqlType.TimestampTz or SqlType.Date or SqlType.Text;

    public static string Name(SqlType type) =>
        type switch
        {
            SqlType.Double => "double precision",
            SqlType.TimestampTz => "timestamptz",
            _ => type.ToString().ToLowerInvariant(),
        };
}

/// <summary>The PostgreSQL type of a value that a scalar reads and writes.</summary>
public enum SqlType
{
    /// <summary><c>boolean</c>, a CLR <see cref="bool"/>.</summary>
    Boolean,

    /// <summary><c>integer</c>, a CLR <see cref="int"/>.</summary>
    Integer,

    /// <summary><c>bigint</c>, a CLR <see cref="long"/>.</summary>
    BigInt,

    /// <summary><c>numeric</c> without fraction, a CLR <see cref="System.Numerics.BigInteger"/>.</summary>
    Numeric,

    /// <summary><c>double precision</c>, a CLR <see cref="double"/>.</summary>
    Double,

    /// <summary><c>text</c>, a CLR <see cref="string"/>.</summary>
    Text,

    /// <summary><c>bytea</c>, a CLR byte array.</summary>
    Bytea,

    /// <summary><c>timestamptz</c>, a CLR <see cref="DateTime"/> of kind UTC.</summary>
    TimestampTz,

    /// <summary><c>date</c>, a CLR <see cref="DateOnly"/>.</summary>
    Date,
}
