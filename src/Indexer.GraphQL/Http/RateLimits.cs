namespace Indexer.GraphQL.Http;

/// <summary>How many requests clients may send.</summary>
public sealed record RateLimits
{
    /// <summary>The rate of each remote address (each /64 of IPv6) that sends no known key.</summary>
    public RequestRate Anonymous { get; init; } = new();

    /// <summary>The header with the key of a client.</summary>
    public string KeyHeader { get; init; } = "X-Api-Key";

    /// <summary>
    /// Bytes for which a request counts as one more: what it costs to read and plan grows with them, and a request
    /// within the limits of <see cref="GraphQLOptions"/> can keep a processor busy for some milliseconds. At most a
    /// whole burst is counted.
    /// </summary>
    public int BytesPerRequest { get; init; } = 4 * 1024;

    /// <summary>
    /// How long a refusal is held back, so that a client that does not heed it cannot keep the server busy with refusing.
    /// </summary>
    public TimeSpan RefusalDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The rates of known keys. An unknown key counts for nothing: who could invent keys could have any rate.</summary>
    public IReadOnlyDictionary<string, RequestRate> Keys { get; init; } = new Dictionary<string, RequestRate>();
}
