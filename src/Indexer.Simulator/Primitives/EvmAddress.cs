namespace Indexer.Simulator;

/// <summary>An EVM address: 20 bytes, kept as lower-case <c>0x</c> hex of 40 digits.</summary>
/// <param name="Hex">The address as <c>0x</c> and 40 lower-case hex digits.</param>
public readonly record struct EvmAddress(string Hex)
{
    /// <summary>The zero address: the other side of a mint or a burn.</summary>
    public static EvmAddress Zero { get; } = new("0x" + new string('0', 40));

    /// <summary>The 20 bytes of the address.</summary>
    public byte[] Bytes => Simulator.Hex.Decode(Hex);

    /// <summary>Makes an address from its 20 bytes.</summary>
    /// <param name="bytes">Exactly 20 bytes.</param>
    public static EvmAddress From(ReadOnlySpan<byte> bytes) => new(Simulator.Hex.Encode(bytes));

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
