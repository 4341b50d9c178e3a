using System.Globalization;
using System.Numerics;
using CsvHelper;

namespace Indexer.Exports;

/// <summary>The price of one PHA on each day, from a file.</summary>
public sealed class PriceList
{
    private readonly Dictionary<DateOnly, DailyPrice> prices = [];

    private PriceList() { }

    /// <summary>Reads a file of lines <c>date,price</c> with that header, for example <c>2024-12-31,0.3412</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ExportException">It cannot be read, or a line is wrong; the message names it.</exception>
    public static PriceList Load(string path)
    {
        try
        {
            using var lines = CsvReader.FromFile(
                path,
                CsvReaderOptions.Default with
                {
                    Separator = ',',
                    TrackLineNumbers = true,
                }
            );
            return Read(lines, path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            throw new ExportException($"The price file {path} cannot be read: {problem.Message}");
        }
    }

    /// <summary>The price of a day; null when the file has none.</summary>
    public DailyPrice? Find(DateOnly day) => prices.TryGetValue(day, out var price) ? price : null;

    private static PriceList Read(CsvReader lines, string path)
    {
        var list = new PriceList();
        lines.ReadHeader();
        if (lines.Headers is not ["date", "price"])
        {
            throw new ExportException($"The price file {path} must begin with the line date,price.");
        }

        while (lines.Read())
        {
            var (date, price) = (lines.GetString(0), lines.GetString(1));
            if (
                !DateOnly.TryParseExact(
                    date,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) || DailyPrice.TryParse(price) is not { } parsed
            )
            {
                throw new ExportException(
                    $"The price file {path} has '{date},{price}' in line {lines.LineNumber}; write for example 2024-12-31,0.3412."
                );
            }

            if (!list.prices.TryAdd(day, parsed))
            {
                throw new ExportException($"The price file {path} has {date} twice, again in line {lines.LineNumber}.");
            }
        }

        return list;
    }
}

/// <summary>The price of one PHA: an exact decimal of at most 18 digits after the point.</summary>
/// <param name="Text">As the file has it.</param>
/// <param name="Scaled">Times 10^18.</param>
public sealed record DailyPrice(string Text, BigInteger Scaled)
{
    private const int Digits = 18;
    private static readonly BigInteger Unit = BigInteger.Pow(10, 2 * Digits);

    /// <summary>Reads a decimal such as 0.3412; null when it is none.</summary>
    public static DailyPrice? TryParse(string? text)
    {
        var parts = (text ?? "").Split('.');
        var isDecimal =
            parts.Length is 1 or 2
            && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            && (parts.Length == 1 || parts[1].Length <= Digits);
        return isDecimal
            ? new DailyPrice(
                text!,
                BigInteger.Parse(
                    parts[0] + (parts.Length == 2 ? parts[1] : "").PadRight(Digits, '0'),
                    CultureInfo.InvariantCulture
                )
            )
            : null;
    }

    /// <summary>An amount of PHA times the price: exact, with up to 36 digits after the point and no trailing zeros.</summary>
    /// <param name="units">The amount in units of 10^-18 PHA.</param>
    public string ValueOf(BigInteger units)
    {
        var value = units * Scaled;
        var whole = BigInteger.DivRem(BigInteger.Abs(value), Unit, out var rest);
        var fraction = rest.ToString(CultureInfo.InvariantCulture).PadLeft(2 * Digits, '0').TrimEnd('0');
        return $"{(value.Sign < 0 ? "-" : "")}{whole}{(fraction.Length > 0 ? "." : "")}{fraction}";
    }
}
