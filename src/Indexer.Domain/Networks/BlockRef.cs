namespace Indexer.Domain;

/// <summary>A block of one chain, by height and hash.</summary>
/// <param name="Height">Block number; genesis is 0.</param>
/// <param name="Hash">The 32-byte block hash.</param>
public sealed record BlockRef(long Height, byte[] Hash)
{
    /// <inheritdoc />
    public bool Equals(BlockRef? other) =>
        other is not null && Height == other.Height && Hash.AsSpan().SequenceEqual(other.Hash);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Height, Hash.Length > 3 ? BitConverter.ToInt32(Hash) : 0);

    /// <inheritdoc />
    public override string ToString() => $"#{Height} {Hex.Of(Hash)}";
}
