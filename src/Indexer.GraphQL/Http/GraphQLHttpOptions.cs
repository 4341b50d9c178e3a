namespace Indexer.GraphQL.Http;

/// <summary>How GraphQL is served over HTTP.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>Whether responses are compressed with br or gzip for clients that accept it.</summary>
    public bool Compression { get; init; } = true;

    /// <summary>
    /// Origins whose pages may read responses in a browser, such as <c>https://example.org</c>; <c>*</c> is any, none
    /// is no page of another origin. Without credentials: nothing here depends on cookies, and operations only read, so
    /// a forged request cannot do anything.
    /// </summary>
    public IReadOnlyList<string> Origins { get; init; } = ["*"];

    /// <summary>How many requests a client may send; null for any number.</summary>
    public RateLimits? RateLimits { get; init; }
}
