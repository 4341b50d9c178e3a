namespace Indexer.Storage.Embedded;

/// <summary>Where the private cluster lives and how it is tuned.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>
    /// A directory of its own, made on first use. By default <c>$XDG_DATA_HOME/phala-indexer/postgres</c>, that is
    /// <c>~/.local/share/phala-indexer/postgres</c>; for root <c>/var/lib/phala-indexer/postgres</c>.
    /// </summary>
    public string DataDirectory { get; init; } = DefaultDirectories.Data;

    /// <summary>Finds the server programs.</summary>
    public PostgresLocator Locator { get; init; } = new();

    /// <summary>
    /// True: commits survive a power cut. False is for databases that are thrown away (tests): nothing is flushed to
    /// disk and the server is stopped without a checkpoint.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>PostgreSQL's own page cache, in MiB; the operating system caches the rest.</summary>
    public int SharedBuffersMegabytes { get; init; } = 128;

    /// <summary>Connections served at once.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>How long a start may take; crash recovery of a large database takes minutes.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often <see cref="EmbeddedPostgres.KeepAliveAsync"/> looks after the server.</summary>
    public TimeSpan Watch { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock of the waits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
