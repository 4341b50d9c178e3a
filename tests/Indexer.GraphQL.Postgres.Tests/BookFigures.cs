using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Indexer.GraphQL.Postgres.Tests;

/// <summary>The figures of books, computed in memory.</summary>
internal static class BookFigures
{
    /// <summary>The selection of every figure.</summary>
    public const string Selection =
        "count sum { price pages weight sold copies } avg { price pages weight sold copies } "
        + "min { ...X } max { ...X }";

    public const string Fragment = "fragment X on BookExtreme { price pages weight sold copies number published }";

    /// <summary>Compares an answer to <see cref="Selection"/> with the books it is about.</summary>
    public static void Check(JsonElement answer, IReadOnlyList<Book> books, LibraryData data, string what)
    {
        var (sum, avg) = (answer.GetProperty("sum"), answer.GetProperty("avg"));
        List<BigInteger> prices = [.. books.Select(it => it.Price)];
        List<BigInteger> pages = [.. books.Select(it => it.Pages).OfType<int>().Select(it => (BigInteger)it)];
        List<BigInteger> sold = [.. books.Select(it => it.Sold).OfType<BigInteger>()];
        List<BigInteger> copies = [.. books.Select(data.Copies).OfType<int>().Select(it => (BigInteger)it)];
        List<double> weights = [.. books.Select(it => it.Weight).OfType<double>()];

        Assert.True(books.Count == answer.GetProperty("count").GetInt32(), what);
        Same(Price(Sum(prices)), sum.GetProperty("price").GetString(), what);
        Same($"{Sum(pages)}", sum.GetProperty("pages").GetString(), what);
        Same($"{Sum(sold)}", sum.GetProperty("sold").GetString(), what);
        Same($"{Sum(copies)}", sum.GetProperty("copies").GetString(), what);
        Same(weights.Sum(), sum.GetProperty("weight").GetDouble(), what);
        Same(prices.Count == 0 ? null : Price(Floor(prices)), avg.GetProperty("price").GetString(), what);
        Same(sold.Count == 0 ? null : $"{Floor(sold)}", avg.GetProperty("sold").GetString(), what);
        Same(pages.Count == 0 ? null : (double)Sum(pages) / pages.Count, Number(avg, "pages"), what);
        Same(copies.Count == 0 ? null : (double)Sum(copies) / copies.Count, Number(avg, "copies"), what);
        Same(weights.Count == 0 ? null : weights.Average(), Number(avg, "weight"), what);
        Extremes(answer.GetProperty("min"), books, data, list => list.Min(), what);
        Extremes(answer.GetProperty("max"), books, data, list => list.Max(), what);
    }

    /// <summary>As the scalar shows it.</summary>
    public static string Price(BigInteger units)
    {
        var digits = BigInteger.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(19, '0');
        return $"{(units < 0 ? "-" : "")}{digits[..^18]}.{digits[^18..]}".TrimEnd('0').TrimEnd('.');
    }

    public static string Time(DateTime time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void Extremes(
        JsonElement answer,
        IReadOnlyList<Book> books,
        LibraryData data,
        Func<IEnumerable<IComparable?>, object?> pick,
        string what
    )
    {
        Same(
            pick(books.Select(it => (IComparable?)it.Price)) is BigInteger price ? Price(price) : null,
            Text("price"),
            what
        );
        Same($"{pick(books.Select(it => (IComparable?)it.Sold))}", Text("sold") ?? "", what);
        Same(
            pick(books.Select(it => (IComparable?)it.Published)) is DateTime time ? Time(time) : null,
            Text("published"),
            what
        );
        Same((pick(books.Select(it => (IComparable?)it.Id)) as long?), Number(answer, "number"), what);
        Same((pick(books.Select(it => (IComparable?)it.Pages)) as int?), Number(answer, "pages"), what);
        Same((pick(books.Select(it => (IComparable?)data.Copies(it))) as int?), Number(answer, "copies"), what);
        Same((pick(books.Select(it => (IComparable?)it.Weight)) as double?), Number(answer, "weight"), what);

        string? Text(string name) => answer.GetProperty(name).GetString();
    }

    private static double? Number(JsonElement owner, string name) =>
        owner.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static BigInteger Sum(List<BigInteger> values) => values.Aggregate(BigInteger.Zero, BigInteger.Add);

    private static BigInteger Floor(List<BigInteger> values)
    {
        var quotient = BigInteger.DivRem(Sum(values), values.Count, out var rest);
        return rest < 0 ? quotient - 1 : quotient;
    }

    private static void Same(string? expected, string? actual, string what) =>
        Assert.True(expected == actual, $"{expected} is {actual} in {what}");

    private static void Same(double? expected, double? actual, string what) =>
        Assert.True(
            expected is null == actual is null
                && Math.Abs((expected ?? 0) - (actual ?? 0)) <= 1e-14 * Math.Abs(expected ?? 0),
            $"{expected} is {actual} in {what}"
        );
}
