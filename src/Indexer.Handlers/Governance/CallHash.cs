using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Keys;
using Indexer.Substrate.Metadata;

namespace Indexer.Handlers.Governance;

/// <summary>
/// A call that is named by its hash: plainly in old runtimes, as <c>Bounded</c> since polkadot 0.9.32, which may hold the
/// call itself.
/// </summary>
/// <param name="Hash">The hash, 0x and hexadecimal.</param>
/// <param name="Inline">The call's bytes where they came with it; else null.</param>
internal sealed record CallHash(string Hash, byte[]? Inline)
{
    /// <summary>Reads the argument of a call or a stored value.</summary>
    /// <exception cref="UnknownStateException">The value is in no known form.</exception>
    public static CallHash Of(ScaleValue value) =>
        value switch
        {
            ScaleBytes hash => new CallHash(Hex.Of(hash.Value), null),
            ScaleVariant { Name: "Inline", Fields.Values: [ScaleBytes call] } => OfBytes(call.Value),
            ScaleVariant { Name: "Legacy" or "Lookup", Fields.Values: [ScaleBytes hash, ..] } => new CallHash(
                Hex.Of(hash.Value),
                null
            ),
            _ => throw new UnknownStateException($"{value} names no call in a known form; update the indexer."),
        };

    /// <summary>The hash of bytes.</summary>
    public static CallHash OfBytes(ReadOnlySpan<byte> call) =>
        new(Hex.Of(StorageKey.Hash(StorageHasher.Blake2256, call)), call.ToArray());
}
