namespace Indexer.GraphQL.Http;

/// <summary>A rate of requests.</summary>
/// <param name="PerMinute">Requests in a minute, evenly; at least 1.</param>
/// <param name="Burst">Requests that may come at once after a pause; at least 1.</param>
public readonly record struct RequestRate(int PerMinute, int Burst)
{
    /// <summary>20 requests a second, 200 at once: what a busy page of a dApp needs several times over.</summary>
    public RequestRate()
        : this(1_200, 200) { }
}
