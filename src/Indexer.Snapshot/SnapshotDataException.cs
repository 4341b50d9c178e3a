namespace Indexer.Snapshot;

/// <summary>The hub's answer is not what its schema promises, or it refuses a query for good.</summary>
/// <param name="message">Names the object and what is wrong with it.</param>
public sealed class SnapshotDataException(string message) : Exception(message);
