namespace Indexer.Substrate.Events;

/// <summary>A field of an event that is an enum.</summary>
/// <param name="Name">The name of the case.</param>
/// <param name="Fields">The fields of the case.</param>
public sealed record EventVariant(string Name, EventFields Fields);
