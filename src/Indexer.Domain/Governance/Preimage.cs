namespace Indexer.Domain;

/// <summary>
/// What the chain was given in full for a hash: a call that proposals name by its hash, or the text behind their metadata.
/// It stays known when the chain forgets it.
/// </summary>
public sealed record Preimage : StateRow
{
    /// <summary>The hash (BLAKE2b-256), 0x and hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Data { get; init; }

    /// <summary>The call as JSON: pallet, call and arguments; null when the bytes are no call.</summary>
    public string? Call { get; init; }
}
