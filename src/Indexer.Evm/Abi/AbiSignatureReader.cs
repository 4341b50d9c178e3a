using System.Globalization;
using Indexer.JsonRpc;

namespace Indexer.Evm.Abi;

/// <summary>Reads Solidity declarations of events and functions.</summary>
/// <param name="text">The declaration on one line.</param>
internal sealed class AbiSignatureReader(string text)
{
    private const int MaxDepth = 16;
    private const int MaxLength = 10_000;
    private int position;

    /// <summary>Skips a keyword if it comes next.</summary>
    public bool Skip(string keyword)
    {
        var start = position;
        if (Word() == keyword)
        {
            return true;
        }

        position = start;
        return false;
    }

    /// <summary>Reads a name or keyword; empty when something else comes next.</summary>
    public string Word()
    {
        SkipBlank();
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '_' or '$'))
        {
            position++;
        }

        return text[start..position];
    }

    /// <summary>Reads <c>(type [indexed] [name], ...)</c>.</summary>
    public IReadOnlyList<AbiParameter> Parameters(bool isEvent = false, int depth = 0)
    {
        if (text.Length > MaxLength || depth > MaxDepth)
        {
            throw Error($"it is longer than {MaxLength} characters or nested deeper than {MaxDepth}");
        }

        Require('(');
        var parameters = new List<AbiParameter>();
        if (Takes(')'))
        {
            return parameters;
        }

        do
        {
            parameters.Add(Parameter(parameters.Count, isEvent, depth));
        } while (Takes(','));

        Require(')');
        return parameters;
    }

    /// <summary>Refuses anything but a closing semicolon.</summary>
    public void End()
    {
        Takes(';');
        SkipBlank();
        if (position < text.Length)
        {
            throw Error($"'{text[position]}' at character {position + 1} is not expected");
        }
    }

    /// <summary>An error about this declaration.</summary>
    public AbiException Error(string problem) =>
        new($"'{OneLine.Of(text, 200)}' is not a Solidity declaration: {problem}");

    private AbiParameter Parameter(int index, bool isEvent, int depth)
    {
        var type = Type(depth);
        var indexed = isEvent && depth == 0 && Skip("indexed");
        while (Skip("memory") || Skip("calldata")) { }

        var name = Word();
        return new AbiParameter(name.Length > 0 ? name : index.ToString(CultureInfo.InvariantCulture), type, indexed);
    }

    private AbiType Type(int depth)
    {
        var word = Word();
        var type = word is "" or "tuple" ? Tuple(depth) : Elementary(word);
        for (var arrays = 0; Takes('['); arrays++)
        {
            if (arrays > MaxDepth)
            {
                throw Error($"arrays are nested deeper than {MaxDepth}");
            }

            type = Array(type, Word());
            Require(']');
        }

        return type;
    }

    private AbiType Tuple(int depth) =>
        Parameters(depth: depth + 1) is { Count: > 0 } parts ? AbiType.TupleOf(parts) : throw Error("a tuple is empty");

    private AbiType Array(AbiType element, string count) =>
        count.Length == 0 ? AbiType.ArrayOf(element)
        : int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? AbiType.ArrayOf(element, number)
        : throw Error($"'{count}' is not a length of an array");

    private AbiType Elementary(string word)
    {
        switch (word)
        {
            case "address":
                Skip("payable");
                return AbiType.Word(AbiKind.Address, 0, word);
            case "bool":
                return AbiType.Word(AbiKind.Bool, 0, word);
            case "bytes":
                return AbiType.Blob(AbiKind.Bytes, word);
            case "string":
                return AbiType.Blob(AbiKind.Text, word);
            case "uint" or "int":
                return Elementary(word + "256");
        }

        return Sized(word, "uint", AbiKind.UInt, step: 8, max: 256)
            ?? Sized(word, "int", AbiKind.Int, step: 8, max: 256)
            ?? Sized(word, "bytes", AbiKind.FixedBytes, step: 1, max: 32)
            ?? throw Error($"'{word}' is not a type of the contract ABI");
    }

    private static AbiType? Sized(string word, string prefix, AbiKind kind, int step, int max) =>
        word.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(word.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
        && size > 0
        && size <= max
        && size % step == 0
        && word[prefix.Length] != '0'
            ? AbiType.Word(kind, size, word)
            : null;

    private bool Takes(char wanted)
    {
        SkipBlank();
        if (position >= text.Length || text[position] != wanted)
        {
            return false;
        }

        position++;
        return true;
    }

    private void Require(char wanted)
    {
        if (!Takes(wanted))
        {
            throw Error($"'{wanted}' is expected at character {position + 1}");
        }
    }

    private void SkipBlank()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }
}
