namespace Indexer.GraphQL.Types;

/// <summary>Quoting of trusted names and constants, and the two JSON encodings made inside PostgreSQL.</summary>
internal static class Sql
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A table name with its schema, quoted part by part.</summary>
    public static string Table(string name) => string.Join('.', name.Split('.').Select(Identifier));

    public static string Literal(string text) =>
        text.Contains('\\', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{text}' has a backslash, which no schema text needs.", nameof(text))
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Base64url without padding of a text expression.</summary>
    public static string Base64Url(string text) =>
        $"translate(encode(convert_to({text}, 'UTF8'), 'base64'), E'+/=\\n', '-_')";
}
