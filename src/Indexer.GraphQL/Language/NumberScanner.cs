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
