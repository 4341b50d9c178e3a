namespace Indexer.JsonRpc;

/// <summary>What one of several endpoints answered to the same question.</summary>
/// <param name="Index">Its place among the endpoints.</param>
/// <param name="Endpoint">Its name.</param>
/// <param name="Value">The answer.</param>
public sealed record EndpointAnswer<T>(int Index, string Endpoint, T Value);
