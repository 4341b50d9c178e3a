using Indexer.JsonRpc;

namespace Indexer.Host.Configuration;

/// <summary>Where the database is. With neither set, a private PostgreSQL runs in the default data directory.</summary>
internal sealed class DatabaseConfiguration
{
    /// <summary>An Npgsql connection string of a PostgreSQL that is already there.</summary>
    public Secret? ConnectionString { get; init; }

    /// <summary>Directory of the private PostgreSQL.</summary>
    public string? DataDirectory { get; init; }
}
