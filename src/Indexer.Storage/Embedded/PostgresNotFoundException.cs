namespace Indexer.Storage.Embedded;

/// <summary>No PostgreSQL server programs on this machine, and none could be fetched; the message says what was looked for.</summary>
public sealed class PostgresNotFoundException : EmbeddedPostgresException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was looked for, and the commands that would fix it.</param>
    public PostgresNotFoundException(string message)
        : base(message) { }
}
