using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Governance;

/// <summary>A call that is proposed: by its hash in the older layout, in the newer one as a bounded call of one of three forms.</summary>
internal sealed record ProposedCall(Call Call, byte[] Encoded, ProposedForm Form) : IScaleValue
{
    public byte[] Hash { get; } = Digests.Blake2b256(Encoded);

    public string HashHex => Hex.Encode(Hash);

    public static ProposedCall Of(Runtime runtime, Call call, bool inline)
    {
        var hashed = runtime.HasEvent("Democracy", "PreimageNoted");
        return new(
            call,
            runtime.Encode(call),
            hashed ? ProposedForm.Legacy
                : inline ? ProposedForm.Inline
                : ProposedForm.Lookup
        );
    }

    /// <summary>Whether a runtime reads the bytes as the call they were made of; one that came later may read another call or none.</summary>
    public bool IsReadBy(Runtime runtime) => runtime.Encode(Call).AsSpan().SequenceEqual(Encoded);

    public object As(ScaleType type) =>
        (type.Name, Form) switch
        {
            ("H256", _) => Hash,
            ("Vec<u8>", _) => Encoded,
            (_, ProposedForm.Legacy) => new ScaleChoice("Legacy", Hash),
            (_, ProposedForm.Inline) => new ScaleChoice("Inline", Encoded),
            _ => new ScaleChoice("Lookup", Hash, (uint)Encoded.Length),
        };
}
