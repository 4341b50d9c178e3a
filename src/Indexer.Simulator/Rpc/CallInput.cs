using System.Globalization;
using System.Numerics;

namespace Indexer.Simulator.Rpc;

/// <summary>What a contract is called with: the selector of a function and words.</summary>
/// <param name="data">In small hex digits, after 0x.</param>
internal sealed class CallInput(string data)
{
    private const int SelectorLength = 10;
    private const int WordLength = 64;

    /// <summary>Which function.</summary>
    public string Selector => data[..Math.Min(SelectorLength, data.Length)];

    public BigInteger Number(int place) =>
        BigInteger.Parse(string.Concat("0", Word(place)), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public EvmAddress Address(int place) => new(string.Concat("0x", Word(place)[^40..]));

    /// <summary>The answer of a contract that refuses.</summary>
    public static RpcException Reverted() => new(3, "execution reverted");

    private ReadOnlySpan<char> Word(int place)
    {
        var start = SelectorLength + (WordLength * place);
        return data.Length >= start + WordLength ? data.AsSpan(start, WordLength) : throw Reverted();
    }
}
