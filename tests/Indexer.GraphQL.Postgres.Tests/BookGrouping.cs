using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Indexer.GraphQL.Postgres.Tests;

/// <summary>A part of what books are grouped by, as clients write it, and what it means.</summary>
internal sealed record BookGrouping(string Field, string Text, Func<Book, IComparable?> Key, Func<object, string> Show)
{
    public static BookGrouping Genre { get; } =
        Of("genre", book => book.Genre, it => it is "sf" ? "\"SCIENCE_FICTION\"" : "\"POETRY\"");

    /// <summary>One to three different fields.</summary>
    public static Gen<BookGrouping[]> Any { get; } =
        Gen.Elements(All().ToArray())
            .NonEmptyListOf()
            .Select(parts => parts.DistinctBy(part => part.Field).Take(3).ToArray());

    /// <summary>Nulls last.</summary>
    public static IComparer<IComparable?> Order { get; } =
        Comparer<IComparable?>.Create(
            (left, right) =>
                (left, right) switch
                {
                    (null, null) => 0,
                    (null, _) => 1,
                    (_, null) => -1,
                    (string a, string b) => string.CompareOrdinal(a, b),
                    _ => left.CompareTo(right),
                }
        );

    private static IEnumerable<BookGrouping> All()
    {
        yield return Of("pages", book => book.Pages);
        yield return Of("number", book => book.Id);
        yield return Of("weight", book => book.Weight);
        yield return Of("inPrint", book => book.InPrint);
        yield return Genre;
        yield return Of("price", book => book.Price, it => $"\"{BookFigures.Price((System.Numerics.BigInteger)it)}\"");
        yield return Time("", it => it);
        yield return Time("HOUR", it => it.Date.AddHours(it.Hour));
        yield return Time("DAY", it => it.Date);
        yield return Time("WEEK", it => it.Date.AddDays(-(((int)it.DayOfWeek + 6) % 7)));
        yield return Time("MONTH", it => new DateTime(it.Year, it.Month, 1, 0, 0, 0, DateTimeKind.Utc));
        yield return Time("YEAR", it => new DateTime(it.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private static BookGrouping Time(string interval, Func<DateTime, DateTime> start) =>
        new(
            "published",
            $"{{ field: PUBLISHED {(interval.Length == 0 ? "" : $", interval: {interval}")} }}",
            book => start(book.Published),
            it => $"\"{BookFigures.Time((DateTime)it)}\""
        );

    private static BookGrouping Of(string field, Func<Book, IComparable?> key, Func<object, string>? show = null) =>
        new(
            field,
            $"{{ field: {(field == "inPrint" ? "IN_PRINT" : field.ToUpperInvariant())} }}",
            key,
            show ?? (it => JsonSerializer.Serialize(it))
        );
}
