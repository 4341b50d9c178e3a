namespace Indexer.Storage;

/// <summary>The connection that held the right to index a network is gone, so another program may have taken the network.</summary>
/// <param name="network">Name of the network.</param>
public sealed class NetworkLockLostException(string network)
    : Exception($"{network}: the lock of the network was lost with its connection; nothing was written.");
