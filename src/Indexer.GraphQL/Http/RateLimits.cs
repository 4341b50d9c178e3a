namespace Indexer.GraphQL.Http;

/// <summary>How many requests clients may send.</summary>
public sealed record RateLimits
{
    /// <summary>The rate of each remote address (each /64 of IPv6) that sends no known key.</summary>
    public RequestRate Anonymous { get; init; } = new();

    /// <summary>The header with the key of a client.</summary>
    public string KeyHeader { get; init; } = "X-Api-Key";

    /// <summary>The rates of known keys. An unknown key counts for nothing: who could invent keys could have any rate.</summary>
    public IReadOnlyDictionary<string, RequestRate> Keys { get; init; } = new Dictionary<string, RequestRate>();
}
