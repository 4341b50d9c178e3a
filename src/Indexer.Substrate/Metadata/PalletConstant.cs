namespace Indexer.Substrate.Metadata;

/// <summary>A constant of a pallet.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The id of its type in the registry.</param>
/// <param name="Value">Its SCALE encoding.</param>
public sealed record PalletConstant(string Name, int Type, byte[] Value);
