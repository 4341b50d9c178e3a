namespace Indexer.Domain;

/// <summary>Bytes as chains, nodes and people write them.</summary>
public static class Hex
{
    /// <summary>0x and two lower-case hexadecimal digits a byte.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => "0x" + Convert.ToHexStringLower(bytes);
}
