using System.Text;
using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Identities;

/// <summary>What somebody writes into a field of an identity, and what a reader should see of it.</summary>
/// <param name="Value">As the chain keeps it.</param>
/// <param name="Seen">The text.</param>
internal sealed record Datum(ScaleChoice Value, string? Seen)
{
    public static Datum None { get; } = new(new ScaleChoice("None"), null);

    /// <summary>Names of all kinds that occur: plain, foreign, of full length, empty, no UTF-8, with a zero byte, hashes.</summary>
    private static readonly IReadOnlyList<Datum> Names =
    [
        Text("Alice"),
        Text("alice & sons"),
        Text("Bäckerei Übelacker"),
        Text("节点 🦊"),
        Text("100% _real_ \\ \"quoted\""),
        Text("0123456789abcdef0123456789abcdef"),
        None,
        new(Raw([]), null),
        new(Raw([0xff, 0xfe, 0x41]), "0xfffe41"),
        new(Raw([0x41, 0x00, 0x42]), "0x410042"),
        // The first half of a letter of two bytes.
        new(Raw([0x41, 0xc3]), "0x41c3"),
        new(
            new ScaleChoice("Sha256", (object)Enumerable.Repeat((byte)0xab, 32).ToArray()),
            $"Sha256(0x{string.Concat(Enumerable.Repeat("ab", 32))})"
        ),
    ];

    public static Datum Any(Prng random) => random.Pick(Names);

    private static Datum Text(string text) => new(Raw(Encoding.UTF8.GetBytes(text)), text);

    private static ScaleChoice Raw(byte[] bytes) => new($"Raw{bytes.Length}", (object)bytes);
}
