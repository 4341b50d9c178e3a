namespace Indexer.JsonRpc;

/// <summary>What was seen of an endpoint when the heads of all were looked at.</summary>
/// <param name="Head">Its newest block; null when it is not to be compared.</param>
/// <param name="Trouble">Why it must not be asked; null when it may.</param>
/// <param name="Lag">That it is behind, for people; null when it is not.</param>
public sealed record EndpointView(long? Head, string? Trouble = null, string? Lag = null);
