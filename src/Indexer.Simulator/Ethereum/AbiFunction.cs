using System.Text;

namespace Indexer.Simulator.Ethereum;

/// <summary>A function such as <c>castVote(uint256,uint8)</c>.</summary>
internal sealed class AbiFunction(string signature)
{
    private readonly string[] _types = signature[(signature.IndexOf('(', StringComparison.Ordinal) + 1)..^1]
        .Split(',', StringSplitOptions.RemoveEmptyEntries);

    private readonly byte[] _selector = Digests.Keccak256(Encoding.ASCII.GetBytes(signature))[..4];

    /// <summary>The first bytes of a call as hex, by which contracts know what is called.</summary>
    public string Selector => Hex.Encode(_selector);

    /// <summary>The input of a call.</summary>
    public byte[] Encode(params object[] arguments) => [.. _selector, .. AbiCoder.Encode(_types, arguments)];
}
