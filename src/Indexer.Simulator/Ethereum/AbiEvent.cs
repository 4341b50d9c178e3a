using System.Text;

namespace Indexer.Simulator.Ethereum;

/// <summary>An event declaration such as <c>Transfer(address indexed from, address indexed to, uint256 value)</c>.</summary>
internal sealed class AbiEvent
{
    private readonly List<(string Type, bool Indexed)> _parameters;

    public AbiEvent(string declaration)
    {
        var open = declaration.IndexOf('(', StringComparison.Ordinal);
        Name = declaration[..open];
        _parameters =
        [
            .. declaration[(open + 1)..^1]
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(text => text.Split(' '))
                .Select(words => (words[0], words.Contains("indexed"))),
        ];
        var signature = $"{Name}({string.Join(',', _parameters.Select(parameter => parameter.Type))})";
        Topic = Digests.Keccak256(Encoding.ASCII.GetBytes(signature));
    }

    public string Name { get; }

    public byte[] Topic { get; }

    /// <summary>Topics and data: indexed values as words in topics, the rest head and tail encoded.</summary>
    public (List<byte[]> Topics, byte[] Data) Encode(object[] values)
    {
        List<byte[]> topics = [Topic];
        var head = new List<byte>();
        var tail = new List<byte>();
        var headSize = _parameters.Count(parameter => !parameter.Indexed) * 32;
        for (var index = 0; index < values.Length; index++)
        {
            if (_parameters[index].Indexed)
            {
                topics.Add(Word(values[index]));
            }
            else if (_parameters[index].Type == "bytes")
            {
                var bytes = (byte[])values[index];
                head.AddRange(Word((UInt128)(headSize + tail.Count)));
                tail.AddRange(Word((UInt128)bytes.Length));
                tail.AddRange(bytes);
                tail.AddRange(new byte[(32 - (bytes.Length % 32)) % 32]);
            }
            else
            {
                head.AddRange(Word(values[index]));
            }
        }
        return (topics, [.. head, .. tail]);
    }

    public static byte[] Word(object value)
    {
        var word = new byte[32];
        if (value is EvmAddress address)
        {
            address.Bytes.CopyTo(word, 12);
            return word;
        }
        var number = value switch
        {
            UInt128 wide => wide,
            ulong plain => plain,
            uint small => small,
            _ => throw new ArgumentException($"{value} is no ABI word.", nameof(value)),
        };
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(word.AsSpan(16), number);
        return word;
    }
}
