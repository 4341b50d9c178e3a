namespace Indexer.Storage;

/// <summary>A name stands for another chain in the database than in the configuration; nothing was written.</summary>
/// <param name="message">Both chains and the way out.</param>
public sealed class OtherChainException(string message) : Exception(message);
