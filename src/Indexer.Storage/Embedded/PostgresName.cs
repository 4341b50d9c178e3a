namespace Indexer.Storage.Embedded;

/// <summary>Names of database objects in SQL text.</summary>
public static class PostgresName
{
    /// <summary>The name as a quoted identifier.</summary>
    /// <param name="name">Any name.</param>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
