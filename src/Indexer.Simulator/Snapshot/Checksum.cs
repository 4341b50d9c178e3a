using System.Text;

namespace Indexer.Simulator.Snapshot;

/// <summary>Addresses with the letter case of EIP-55, as the hub writes them.</summary>
internal static class Checksum
{
    public static string Of(EvmAddress address)
    {
        var digits = address.Hex[2..];
        var hash = Digests.Keccak256(Encoding.ASCII.GetBytes(digits));
        var letters = digits.Select(
            (digit, at) => ((hash[at / 2] >> (at % 2 == 0 ? 4 : 0)) & 15) > 7 ? char.ToUpperInvariant(digit) : digit
        );
        return "0x" + string.Concat(letters);
    }
}
