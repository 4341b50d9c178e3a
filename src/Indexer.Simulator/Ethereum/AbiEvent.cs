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
        var plain = _parameters.Zip(values).Where(pair => !pair.First.Indexed).ToList();
        return (
            [
                Topic,
                .. _parameters.Zip(values).Where(pair => pair.First.Indexed).Select(pair => AbiCoder.Word(pair.Second)),
            ],
            AbiCoder.Encode([.. plain.Select(pair => pair.First.Type)], [.. plain.Select(pair => pair.Second)])
        );
    }
}
