using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Parachain;

/// <summary>A sealed block: header, extrinsics, events, the runtimes of its events and of its state, and its chain's storage.</summary>
internal sealed record ParachainBlock(
    long Height,
    byte[] Parent,
    byte[] StateRoot,
    byte[] ExtrinsicsRoot,
    IReadOnlyList<byte[]> Digest,
    ulong TimeMs,
    IReadOnlyList<byte[]> Extrinsics,
    byte[]? Events,
    Runtime Runtime,
    Runtime StateRuntime,
    History<string, byte[]?> State
)
{
    /// <summary>blake2b-256 of the SCALE-encoded header.</summary>
    public byte[] Hash { get; } =
        Digests.Blake2b256(
            new ScaleWriter()
                .Raw(Parent)
                .Compact((UInt128)Height)
                .Raw(StateRoot)
                .Raw(ExtrinsicsRoot)
                .Many(Digest, (writer, item) => writer.Raw(item))
                .ToArray()
        );

    public string HashHex => Hex.Encode(Hash);
}
