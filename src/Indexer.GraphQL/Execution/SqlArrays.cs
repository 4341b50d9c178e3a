using System.Numerics;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Execution;

/// <summary>Arrays of the CLR types of SQL types.</summary>
internal static class SqlArrays
{
    public static Array Of(SqlType type, IReadOnlyList<object?> items) =>
        type switch
        {
            SqlType.Boolean => Values<bool>(items),
            SqlType.Integer => Values<int>(items),
            SqlType.BigInt => Values<long>(items),
            SqlType.Numeric => Values<BigInteger>(items),
            SqlType.Double => Values<double>(items),
            SqlType.Text => items.Select(item => (string?)item).ToArray(),
            SqlType.Bytea => items.Select(item => (byte[]?)item).ToArray(),
            SqlType.TimestampTz => Values<DateTime>(items),
            SqlType.Date => Values<DateOnly>(items),
            SqlType.Uuid => Values<Guid>(items),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown SQL type."),
        };

    private static T?[] Values<T>(IReadOnlyList<object?> items)
        where T : struct => [.. items.Select(item => (T?)item)];
}
