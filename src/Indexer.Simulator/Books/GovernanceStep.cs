namespace Indexer.Simulator;

/// <summary>One entry of a timeline.</summary>
/// <param name="Height">The block.</param>
/// <param name="EventIndex">The event that tells of it, or null when no event does.</param>
/// <param name="What">The event's name, or that of the call that has none, e.g. <c>Democracy.Started</c>.</param>
public sealed record GovernanceStep(long Height, int? EventIndex, string What);
