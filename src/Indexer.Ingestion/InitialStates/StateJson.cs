using System.Globalization;
using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>A value of a state or a dump, with its place: every digit counts, and what is wrong is named.</summary>
/// <param name="file">The file.</param>
/// <param name="place">Where the value stands.</param>
/// <param name="value">The value; undefined when it is missing.</param>
public readonly struct StateJson(string file, string place, JsonElement value)
{
    /// <summary>The value of a piece.</summary>
    public static StateJson Of(string file, JsonPiece piece) => new(file, piece.Place, piece.Value);

    /// <summary>A member of an object, which may be missing.</summary>
    public StateJson this[string name] =>
        value.ValueKind != JsonValueKind.Object ? throw Wrong("an object")
        : value.TryGetProperty(name, out var member) ? new StateJson(file, $"{place}.{name}", member)
        : new StateJson(file, $"{place}.{name}", default);

    /// <summary>The key of a member, as a value of its own.</summary>
    /// <param name="name">The key.</param>
    public StateJson Key(string name) => new(file, $"the key {place}", JsonSerializer.SerializeToElement(name));

    /// <summary>Whether it is missing or null.</summary>
    public bool IsNull => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>The items of a list; none when it is missing or null.</summary>
    public IReadOnlyList<StateJson> Items()
    {
        var (where, at) = (this, 0);
        return IsNull ? []
            : value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Select(item => new StateJson(where.File, $"{where.Place}[{at++}]", item))]
            : throw Wrong("a list");
    }

    /// <summary>The keys of an object.</summary>
    public IReadOnlyList<string> Names() =>
        value.ValueKind == JsonValueKind.Object
            ? [.. value.EnumerateObject().Select(member => member.Name)]
            : throw Wrong("an object");

    /// <summary>A text.</summary>
    public string Text() => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong("a text");

    /// <summary>A truth value; false when it is missing.</summary>
    public bool Flag() =>
        IsNull ? false
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong("true or false");

    /// <summary>A whole number as a number, as decimal text, or as text of 0x and hexadecimal digits, all digits of it.</summary>
    public UInt128 Whole()
    {
        var text =
            value.ValueKind == JsonValueKind.Number ? value.GetRawText()
            : value.ValueKind == JsonValueKind.String ? value.GetString()!
            : "";
        var isHex = text.StartsWith("0x", StringComparison.Ordinal);
        return UInt128.TryParse(
            isHex ? text.AsSpan(2) : text,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw Wrong("a whole number below 2^128, in digits or as 0x and hexadecimal digits");
    }

    /// <summary>A whole number up to a bound.</summary>
    public long Whole(long most) =>
        Whole() is var number && number <= (UInt128)most
            ? (long)number
            : throw Wrong($"a whole number of at most {most}");

    /// <summary>An amount of PHA or shares in units of 10^-12.</summary>
    public Pha Amount()
    {
        // The chain's fixed point of the first version holds balances of at most 2^64 units (docs/chains/parachains.md).
        var units = Whole();
        return units <= ulong.MaxValue
            ? Pha.FromLegacy(units)
            : throw Wrong("an amount of at most 2^64 - 1 units of 10^-12 PHA");
    }

    /// <summary>An account of a parachain: SS58, or its public key as 0x and 64 hexadecimal digits.</summary>
    public AccountId Account()
    {
        var text = Text();
        try
        {
            return AccountText.Parse(text) is { IsSubstrate: true } account
                ? account
                : throw Wrong("an account of a parachain, as SS58 or as 0x and 64 hexadecimal digits");
        }
        catch (FormatException problem)
        {
            throw new InitialStateException($"{file}: {place} is '{text}': {problem.Message}");
        }
    }

    /// <summary>A hash of 32 bytes as 0x and hexadecimal digits.</summary>
    public byte[] Hash()
    {
        var (text, hash) = (Text(), new byte[AccountId.SubstrateLength]);
        return
            text.Length == 2 + (2 * hash.Length)
            && text.StartsWith("0x", StringComparison.Ordinal)
            && Convert.FromHexString(text.AsSpan(2), hash, out _, out _) == System.Buffers.OperationStatus.Done
            ? hash
            : throw Wrong("0x and 64 hexadecimal digits");
    }

    /// <summary>An instant as ISO 8601 with its offset.</summary>
    public DateTimeOffset Time()
    {
        var text = Text();
        return
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            ? time.ToUniversalTime()
            : throw Wrong("an instant such as 2022-11-21T10:04:24.768Z");
    }

    /// <summary>One of some words.</summary>
    public T Word<T>(IReadOnlyDictionary<string, T> words) =>
        value.ValueKind == JsonValueKind.String && words.TryGetValue(value.GetString()!, out var word)
            ? word
            : throw Wrong(string.Join(" or ", words.Keys));

    /// <summary>What to say when something else belongs here.</summary>
    /// <param name="wanted">What belongs here.</param>
    public InitialStateException Wrong(string wanted) =>
        new(
            value.ValueKind == JsonValueKind.Undefined
                ? $"{file}: {place} is missing; write {wanted}."
                : $"{file}: {place} is {Shown()}; write {wanted}."
        );

    private string File => file;

    private string Place => place;

    private string Shown()
    {
        const int Most = 80;
        var text = value.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= Most ? text : $"{text[..Most]}…";
    }
}
