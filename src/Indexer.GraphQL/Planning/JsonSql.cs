using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>
/// JSON put together as text: a value is SQL for its JSON text, and SQL's null stands for JSON's. PostgreSQL's own
/// functions look up the types of all their arguments anew for every row, which takes longer than the text itself.
/// </summary>
internal static class JsonSql
{
    public const string Null = "null::text";

    /// <summary>PostgreSQL functions take 100 arguments.</summary>
    private const int MaxArguments = 100;

    /// <summary>An object of members in their order.</summary>
    public static string Object(IReadOnlyList<JsonMember> members) =>
        members.Count == 0
            ? "'{}'::text"
            : Concat([.. members.SelectMany((member, index) => Member(index == 0 ? '{' : ',', member)), "'}'"]);

    /// <summary>An array with a value for each row, as an aggregate.</summary>
    /// <param name="item">The value.</param>
    /// <param name="orderBy">The order, when it is not that of the rows.</param>
    /// <param name="filter">Which rows are taken, when not all are.</param>
    public static string Array(string item, string orderBy = "", string filter = "") =>
        $"concat('[', string_agg({OrNull(item)}, ','{orderBy}){filter}, ']')";

    private static IEnumerable<string> Member(char before, JsonMember member) =>
        [
            member.Alias is { } alias
                ? $"'{before}\"' || {alias} || '\":'"
                : Sql.Literal($"{before}\"{member.Name}\":"),
            OrNull(member.Value),
        ];

    private static string OrNull(string value) => $"coalesce({value}, 'null')";

    private static string Concat(IReadOnlyList<string> parts) =>
        parts.Count <= MaxArguments
            ? $"concat({string.Join(", ", parts)})"
            : Concat([.. parts.Chunk(MaxArguments).Select(Concat)]);
}

/// <summary>A member of an object as <see cref="JsonSql"/> writes it.</summary>
/// <param name="Name">The schema's name of it.</param>
/// <param name="Alias">SQL for the name that the client gave instead; null when it gave none.</param>
/// <param name="Value">SQL for the JSON text of its value.</param>
internal readonly record struct JsonMember(string Name, string? Alias, string Value);
