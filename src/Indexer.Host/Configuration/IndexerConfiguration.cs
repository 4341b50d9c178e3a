namespace Indexer.Host.Configuration;

/// <summary>The configuration as it is written: appsettings.json, then --config, then INDEXER__ variables.</summary>
internal sealed record IndexerConfiguration
{
    /// <summary>The database.</summary>
    public DatabaseConfiguration Database { get; init; } = new();

    /// <summary>The web server.</summary>
    public HttpConfiguration Http { get; init; } = new();

    /// <summary>The GraphQL endpoint.</summary>
    public ApiConfiguration Api { get; init; } = new();

    /// <summary>Where measurements and traces go.</summary>
    public TelemetryConfiguration Telemetry { get; init; } = new();

    /// <summary>The networks, by name.</summary>
    public Dictionary<string, NetworkConfiguration> Networks { get; init; } = [];
}
