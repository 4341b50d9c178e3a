namespace Indexer.Simulator;

internal static class Hex
{
    public static string Encode(ReadOnlySpan<byte> bytes) => "0x" + Convert.ToHexStringLower(bytes);

    public static byte[] Decode(string hex) => Convert.FromHexString(hex.AsSpan(2));

    /// <summary>A JSON-RPC quantity: minimal hex without leading zeros.</summary>
    public static string Quantity(UInt128 value) => value == 0 ? "0x0" : "0x" + value.ToString("x").TrimStart('0');
}
