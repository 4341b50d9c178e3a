namespace Indexer.Storage;

/// <summary>Another program moved the cursor of a network; nothing was written.</summary>
/// <param name="network">Name of the network.</param>
public sealed class CursorMovedException(string network)
    : Exception($"Another program indexes {network} into this database; nothing was written. Run one at a time.");
