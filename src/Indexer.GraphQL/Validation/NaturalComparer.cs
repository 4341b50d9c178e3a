namespace Indexer.GraphQL.Validation;

/// <summary>Orders names with the numbers in them by value.</summary>
internal sealed class NaturalComparer : IComparer<string>
{
    public static NaturalComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        while (left.Length > 0 && right.Length > 0)
        {
            if (char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]))
            {
                var difference = TakeNumber(ref left).CompareTo(TakeNumber(ref right));
                if (difference != 0)
                {
                    return difference;
                }
            }
            else
            {
                if (left[0] != right[0])
                {
                    return left[0] - right[0];
                }

                left = left[1..];
                right = right[1..];
            }
        }

        return left.Length - right.Length;
    }

    private static System.Numerics.BigInteger TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return System.Numerics.BigInteger.Parse(digits);
    }
}
