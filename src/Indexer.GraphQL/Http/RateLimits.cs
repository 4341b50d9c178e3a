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

    /// <summary>
    /// Bytes of memory that the costly requests of one client may allocate in a second while they are prepared; 1 MiB is 1 to
    /// 5 milliseconds of work. Costly is what takes more than 1 MiB to read (8 for each byte sent) or, when the document is
    /// not known yet, to parse, check and plan. A client that has taken more, and <see cref="PreparationBytesAtOnce"/> besides,
    /// waits for its next answer, for at most five seconds; the others do not.
    /// </summary>
    public long PreparationBytesPerSecond { get; init; } = 32 * 1024 * 1024;

    /// <summary>Bytes that a client may take at once to prepare its requests.</summary>
    public long PreparationBytesAtOnce { get; init; } = 64 * 1024 * 1024;

    /// <summary>The rates of known keys. An unknown key counts for nothing: who could invent keys could have any rate.</summary>
    public IReadOnlyDictionary<string, RequestRate> Keys { get; init; } = new Dictionary<string, RequestRate>();
}

/// <summary>A rate of requests.</summary>
/// <param name="PerMinute">Requests in a minute, evenly; at least 1.</param>
/// <param name="Burst">Requests that may come at once after a pause; at least 1.</param>
public readonly record struct RequestRate(int PerMinute, int Burst)
{
    /// <summary>20 requests a second, 200 at once: what a busy page of a dApp needs several times over.</summary>
    public RequestRate()
        : this(1_200, 200) { }
}
