using System.Security.Cryptography;
using System.Text;
using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>One key of an order.</summary>
/// <param name="Key">What is compared.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
/// <param name="NullsFirst">Whether null comes first; it comes last otherwise, in either direction.</param>
internal readonly record struct OrderKey(SortKey Key, bool IsDescending, bool NullsFirst = false)
{
    /// <summary>Equal for equal orders.</summary>
    public string Text => $"{Key.Name} {IsDescending}{(Key.IsNullable ? NullsFirst ? " first" : " last" : "")}";

    /// <summary>SQL that sorts by it. Null is the largest value to PostgreSQL, unless it is told otherwise.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="isReversed">Whether the list is read from its end.</param>
    public string Sort(string value, bool isReversed)
    {
        var (isDescending, nullsFirst) = (IsDescending != isReversed, NullsFirst != isReversed);
        var nulls =
            !Key.IsNullable || nullsFirst == isDescending ? ""
            : nullsFirst ? " nulls first"
            : " nulls last";
        return $"{value}{(isDescending ? " desc" : "")}{nulls}";
    }

    /// <summary>SQL for whether a value comes after another one, or before it.</summary>
    public string Further(string value, string bound, bool isBefore)
    {
        var further = $"{value} {(IsDescending == isBefore ? ">" : "<")} {bound}";
        if (!Key.IsNullable)
        {
            return further;
        }

        var (isNull, isNot) = NullsFirst == isBefore ? (value, bound) : (bound, value);
        return $"({further} or ({isNull} is null and {isNot} is not null))";
    }
}

/// <summary>The total order of a list: what was asked for, closed by the unique key.</summary>
internal sealed class Ordering(IReadOnlyList<OrderKey> keys)
{
    public IReadOnlyList<OrderKey> Keys => keys;

    /// <summary>Tells orders apart, so that a cursor of one is not used with another.</summary>
    public string Fingerprint { get; } = Hash(string.Join(',', keys.Select(item => item.Text)));

    public static Ordering Of(ObjectType target, Field field, Scope scope)
    {
        var keys = Alike(
            target,
            field,
            Asked(target, scope.Arguments.GetValueOrDefault("orderBy")) ?? Default(target, field)
        );
        var isDescending = keys.Count > 0 && keys[^1].IsDescending;
        return new Ordering([.. keys, .. UniqueKey(target, isDescending)]);
    }

    /// <summary>The order of the unique key alone.</summary>
    public static Ordering ByKey(ObjectType target) => new([.. UniqueKey(target, isDescending: false)]);

    /// <summary>The rows that keys of related rows read, joined.</summary>
    public string Joins(SqlRow row) =>
        string.Concat(keys.Select((item, index) => item.Key.Value.Related?.Joins(row, Role(index))));

    /// <summary>The first related row that each such key reads, with the relation that leads to it.</summary>
    public IEnumerable<(ToOneSource Relation, SqlRow Found)> Leads(SqlRow row) =>
        keys.Select((item, index) => (item.Key.Value.Related, index))
            .Where(item => item.Related is not null)
            .Select(item => (item.Related!.Path[0], row.Related(Role(item.index))));

    public string OrderBy(SqlRow row, bool isReversed) => OrderBy(isReversed, index => Value(row, index));

    /// <summary>The same order over rows that have <see cref="Columns"/>.</summary>
    public string OrderByColumns(bool isReversed) => OrderBy(isReversed, Column);

    /// <summary>The keys' values as columns, for <see cref="Cursor"/>.</summary>
    public string Columns(SqlRow row) =>
        string.Concat(keys.Select((_, index) => $", {Value(row, index)} as {Column(index)}"));

    /// <summary>SQL for the cursor of a row that has <see cref="Columns"/>.</summary>
    public string Cursor(SqlRow row)
    {
        var values = keys.Select((_, index) => $", {row}.{Column(index)}::text");
        return Sql.Base64Url($"json_build_array('{Fingerprint}'{string.Concat(values)})::text");
    }

    /// <summary>The rows after a cursor, or before it.</summary>
    public string Beyond(SqlRow row, IReadOnlyList<string> cursor, bool isBefore)
    {
        var isUniform = keys.All(item => !item.Key.IsNullable && item.IsDescending == keys[0].IsDescending);
        if (isUniform)
        {
            var columns = string.Join(", ", keys.Select((_, index) => Value(row, index)));
            var isGreater = keys[0].IsDescending == isBefore;
            return $"({columns}) {(isGreater ? ">" : "<")} ({string.Join(", ", cursor)})";
        }

        var result = "false";
        for (var index = keys.Count - 1; index >= 0; index--)
        {
            var (value, bound) = (Value(row, index), cursor[index]);
            var equal = keys[index].Key.IsNullable ? $"{value} is not distinct from {bound}" : $"{value} = {bound}";
            result = $"({keys[index].Further(value, bound, isBefore)} or ({equal} and {result}))";
        }

        return result;
    }

    private static IEnumerable<OrderKey> UniqueKey(ObjectType target, bool isDescending) =>
        target.Key.Select(column => new OrderKey(
            new SortKey(column.Name, "", column.Type, new(row => column.SortOf(row)), IsNullable: false),
            isDescending
        ));

    /// <summary>The value of a key, its related row being joined.</summary>
    private string Value(SqlRow row, int index) =>
        keys[index].Key.Value is { Related: { } related }
            ? related.Joined(row, Role(index))
            : keys[index].Key.Value.Sql(row);

    private string OrderBy(bool isReversed, Func<int, string> value) =>
        string.Join(", ", keys.Select((item, index) => item.Sort(value(index), isReversed)));

    private static string Role(int index) => $"key{index}";

    private static string Column(int index) => $"\"__k{index}\"";

    /// <summary>One value of a cursor that an argument holds.</summary>
    /// <exception cref="FormatException">The argument is no cursor, or one of another order.</exception>
    public string? Part(string argument, object? cursor, int index)
    {
        var parts = GlobalId.Decode(cursor as string);
        if (parts is null || parts.Length != keys.Count + 1)
        {
            throw new FormatException($"Argument \"{argument}\" is not a cursor of this list.");
        }

        return parts[0] == Fingerprint
            ? parts[index + 1]
            : throw new FormatException($"Argument \"{argument}\" is a cursor of a list in another order.");
    }

    private static List<OrderKey>? Asked(ObjectType target, InputNode? orderBy)
    {
        if (orderBy is not ListInput { Items.Count: > 0 } list)
        {
            return null;
        }

        return
        [
            .. list
                .Items.Cast<ObjectInput>()
                .DistinctBy(item => Name(item["field"]))
                .Select(item => new OrderKey(
                    KeyOf(target, Name(item["field"])),
                    Name(item["direction"]) == "DESC",
                    item["nulls"] is { } nulls && Name(nulls) == "FIRST"
                )),
        ];
    }

    /// <summary>Only the last key can be replaced: a finer one in front of others would decide what they should.</summary>
    private static List<OrderKey> Alike(ObjectType target, Field field, List<OrderKey> keys) =>
        field.AlikeOrder is { } order && keys is [.. var before, var last] && last.Key.Name == order.Key
            ? [.. before, last with { Key = KeyOf(target, order.Alike) }]
            : keys;

    private static SortKey KeyOf(ObjectType target, string name) =>
        target.SortKeys.FirstOrDefault(key => key.Name == name)
        ?? throw new InvalidOperationException($"{target.Name} has no sort key {name}.");

    private static string Name(InputNode? value) => ((EnumInput)value!).Value.Name;

    private static List<OrderKey> Default(ObjectType target, Field field) =>
        [
            .. field.DefaultOrder.Select(item => new OrderKey(
                KeyOf(target, item.Key),
                item.Direction == SortDirection.Descending
            )),
        ];

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
