namespace Indexer.Substrate.Chain;

/// <summary>An element of a map in the storage of a chain.</summary>
/// <param name="Key">The whole storage key; the last key of the map ends it where its hasher keeps keys readable.</param>
/// <param name="Value">The value.</param>
public sealed record StoredElement(byte[] Key, ScaleValue Value);
