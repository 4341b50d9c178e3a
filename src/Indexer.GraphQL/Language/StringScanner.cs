using System.Globalization;
using System.Text;

namespace Indexer.GraphQL.Language;

/// <summary>Reads a quoted string.</summary>
internal readonly struct StringScanner(string source, Func<int, Location> locate)
{
    /// <summary>Reads from after the opening quote; <paramref name="end"/> is after the closing one.</summary>
    public string Read(int start, out int end)
    {
        var text = new StringBuilder();
        var index = start;
        while (index < source.Length && source[index] is not ('\n' or '\r'))
        {
            var letter = source[index];
            if (letter == '"')
            {
                end = index + 1;
                return text.ToString();
            }

            if (letter == '\\')
            {
                index = Escape(index, text);
            }
            else if (!char.IsSurrogate(letter))
            {
                text.Append(letter);
                index++;
            }
            else if (index + 1 < source.Length && char.IsSurrogatePair(letter, source[index + 1]))
            {
                text.Append(letter).Append(source[index + 1]);
                index += 2;
            }
            else
            {
                throw Error($"Invalid character within String: {Characters.Describe(source, index)}.", index);
            }
        }

        throw Error("Unterminated string.", index);
    }

    private int Escape(int index, StringBuilder text)
    {
        var letter = index + 1 < source.Length ? source[index + 1] : '\0';
        if (letter == 'u')
        {
            return source.AsSpan(index).StartsWith("\\u{") ? VariableWidth(index, text) : FixedWidth(index, text);
        }

        text.Append(
            letter switch
            {
                '"' or '\\' or '/' => letter,
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                _ => throw Error($"Invalid character escape sequence: \"{Slice(index, 2)}\".", index),
            }
        );
        return index + 2;
    }

    private int VariableWidth(int index, StringBuilder text)
    {
        var digits = source.AsSpan(index + 3);
        var close = digits[..Math.Min(digits.Length, 9)].IndexOf('}');
        var isCode = int.TryParse(
            close < 0 ? default : digits[..close],
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var code
        );
        if (!isCode || !Rune.IsValid(code))
        {
            throw Error($"Invalid Unicode escape sequence: \"{Slice(index, InvalidWidth(index))}\".", index);
        }

        text.Append(new Rune(code));
        return index + 3 + close + 1;
    }

    private int InvalidWidth(int index)
    {
        var width = 3;
        while (width < 12 && index + width < source.Length)
        {
            var letter = source[index + width++];
            if (letter == '}' || !char.IsAsciiHexDigit(letter))
            {
                break;
            }
        }

        return width;
    }

    private int FixedWidth(int index, StringBuilder text)
    {
        if (Unit(index) is { } unit)
        {
            if (!char.IsSurrogate(unit))
            {
                text.Append(unit);
                return index + 6;
            }

            if (char.IsHighSurrogate(unit) && Unit(index + 6) is { } low && char.IsLowSurrogate(low))
            {
                text.Append(unit).Append(low);
                return index + 12;
            }
        }

        throw Error($"Invalid Unicode escape sequence: \"{Slice(index, 6)}\".", index);
    }

    private char? Unit(int index)
    {
        var text = Slice(index, 6);
        return
            text.Length == 6
            && text.StartsWith("\\u", StringComparison.Ordinal)
            && ushort.TryParse(
                text.AsSpan(2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
            ? (char)code
            : null;
    }

    private string Slice(int index, int width) =>
        index >= source.Length ? "" : source.Substring(index, Math.Min(width, source.Length - index));

    private GraphQLSyntaxException Error(string message, int index) => new(message, locate(index));
}

/// <summary>The value of a block string: common indentation and blank ends removed.</summary>
internal static class BlockStrings
{
    public static string Dedent(List<string> lines)
    {
        var common = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var index = 0; index < lines.Count; index++)
        {
            var indentation = lines[index].AsSpan().IndexOfAnyExcept(' ', '\t');
            if (indentation < 0)
            {
                continue;
            }

            first = first < 0 ? index : first;
            last = index;
            common = index == 0 ? common : Math.Min(common, indentation);
        }

        if (first < 0)
        {
            return "";
        }

        var kept = lines.Select((line, index) => index == 0 ? line : line[Math.Min(common, line.Length)..]);
        return string.Join('\n', kept.Skip(first).Take(last - first + 1));
    }
}
