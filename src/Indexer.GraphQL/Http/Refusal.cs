namespace Indexer.GraphQL.Http;

/// <summary>Waits until a refusal may be told.</summary>
/// <param name="stop">Nobody waits for it any more.</param>
/// <returns>Why it is one.</returns>
internal delegate Task<GraphQLError> Refusal(CancellationToken stop);
