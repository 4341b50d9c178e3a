using System.Globalization;

namespace Indexer.GraphQL.Language;

/// <summary>Finds the end of a number.</summary>
internal readonly struct NumberScanner(string source, Func<int, Location> locate)
{
    public int End(int start, out bool isFloat)
    {
        isFloat = false;
        var index = Letter(start) == '-' ? start + 1 : start;
        if (Letter(index) == '0')
        {
            index++;
            if (char.IsAsciiDigit(Letter(index)))
            {
                throw Error("Invalid number, unexpected digit after 0", index);
            }
        }
        else
        {
            index = Digits(index);
        }

        if (Letter(index) == '.')
        {
            isFloat = true;
            index = Digits(index + 1);
        }

        if (Letter(index) is 'e' or 'E')
        {
            isFloat = true;
            index = Digits(Letter(index + 1) is '+' or '-' ? index + 2 : index + 1);
        }

        return Letter(index) is '.' or '_' || char.IsAsciiLetter(Letter(index))
            ? throw Error("Invalid number, expected digit but got", index)
            : index;
    }

    private int Digits(int index)
    {
        if (!char.IsAsciiDigit(Letter(index)))
        {
            throw Error("Invalid number, expected digit but got", index);
        }

        while (char.IsAsciiDigit(Letter(index)))
        {
            index++;
        }

        return index;
    }

    private char Letter(int index) => index < source.Length ? source[index] : '\0';

    private GraphQLSyntaxException Error(string message, int index) =>
        new($"{message}: {Characters.Describe(source, index)}.", locate(index));
}

/// <summary>How messages show one character.</summary>
internal static class Characters
{
    public static string Describe(string source, int index)
    {
        if (index >= source.Length)
        {
            return "<EOF>";
        }

        var code =
            index + 1 < source.Length && char.IsSurrogatePair(source[index], source[index + 1])
                ? char.ConvertToUtf32(source[index], source[index + 1])
                : source[index];
        return code switch
        {
            '"' => "'\"'",
            >= ' ' and <= '~' => $"\"{(char)code}\"",
            _ => "U+" + code.ToString("X4", CultureInfo.InvariantCulture),
        };
    }
}
