using System.Text.Json;

namespace Indexer.GraphQL.Http.Live;

/// <summary>A message of the protocol graphql-transport-ws.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">The operation it is about; null when it names none.</param>
/// <param name="Payload">Its payload; undefined when it has none.</param>
internal sealed record SocketMessage(string Type, string? Id, JsonElement Payload);
