namespace Indexer.Ingestion;

/// <summary>An indexed pallet or contract emitted an event that has neither a handler nor a reason to ignore it.</summary>
/// <param name="source">The pallet or contract role.</param>
/// <param name="name">The event.</param>
/// <param name="place">Block and index.</param>
/// <param name="remedy">What to do about it; null where only another version of the program helps.</param>
public sealed class UnhandledEventException(string source, string name, string place, string? remedy = null)
    : Exception(
        $"{source}.{name} at {place} has no handler; "
            + (remedy ?? "update the indexer, or add it to the ignored events with a reason")
            + "."
    );
