using Npgsql;

namespace Indexer.Ingestion;

/// <summary>Tells failures of the world from bugs.</summary>
public static class Explanation
{
    /// <summary>Whether the message alone tells a person what to do; a bug keeps its stack trace.</summary>
    /// <param name="exception">What went wrong.</param>
    public static bool IsIn(Exception exception) =>
        exception is IOException or NpgsqlException or UnauthorizedAccessException
        || exception.GetType().Namespace?.StartsWith("Indexer.", StringComparison.Ordinal) == true;
}
