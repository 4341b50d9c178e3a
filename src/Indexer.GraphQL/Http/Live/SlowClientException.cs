namespace Indexer.GraphQL.Http.Live;

/// <summary>A client did not take what it was sent; it has been told, or could not be, and its stream ends.</summary>
internal sealed class SlowClientException() : Exception(Patience.Reason);
