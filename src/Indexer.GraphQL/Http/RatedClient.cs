namespace Indexer.GraphQL.Http;

/// <summary>Whom a request counts against.</summary>
/// <param name="Key">Its known key; null for none.</param>
/// <param name="Bucket">Without a key: which of the limiters that addresses share is its own.</param>
/// <param name="Rate">The rate it is held to.</param>
internal sealed record RatedClient(string? Key, uint Bucket, RequestRate Rate);
