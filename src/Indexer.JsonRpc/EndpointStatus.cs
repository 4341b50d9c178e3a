namespace Indexer.JsonRpc;

/// <summary>What is known of an endpoint.</summary>
/// <param name="Endpoint">Its name.</param>
/// <param name="Head">The newest block that it was seen to have; null when none was.</param>
/// <param name="Trouble">Why it is not asked, or asked for less, in a few words; null when all is well.</param>
public sealed record EndpointStatus(string Endpoint, long? Head, string? Trouble);
