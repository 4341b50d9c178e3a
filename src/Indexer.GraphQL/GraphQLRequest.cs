using System.Text.Json;

namespace Indexer.GraphQL;

/// <summary>A request as GraphQL over HTTP defines it.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">The operation to run; null when the document has one.</param>
/// <param name="Variables">An object, or undefined or null for none.</param>
public sealed record GraphQLRequest(string Query, string? OperationName = null, JsonElement Variables = default);
