using Indexer.GraphQL;

namespace Indexer.Host.Configuration;

/// <summary>The GraphQL endpoint as it is written in the configuration.</summary>
internal sealed class ApiConfiguration
{
    /// <summary>The limits and switches of the engine.</summary>
    public GraphQLOptions GraphQL { get; init; } = new();

    /// <summary>A manifest of trusted documents, or a folder of manifests.</summary>
    public string? TrustedDocuments { get; init; }

    /// <summary>A CSV file date,price with the price of one PHA on each day, for exports over HTTP.</summary>
    public string? Prices { get; init; }

    /// <summary>Whether responses are compressed for clients that accept it.</summary>
    public bool Compression { get; init; } = true;

    /// <summary>Which pages of other origins may read responses.</summary>
    public CorsConfiguration Cors { get; init; } = new();

    /// <summary>How many requests a client may send.</summary>
    public RateLimitConfiguration RateLimit { get; init; } = new();

    /// <summary>Addresses or networks (CIDR) of the reverse proxies whose X-Forwarded-For is believed.</summary>
    public List<string> TrustedProxies { get; init; } = [];
}
