using System.Globalization;
using System.Numerics;
using System.Text;

namespace Indexer.GraphQL.Postgres.Tests;

public sealed record Author(long Id, string Name, byte[] Address, string? Country);

public sealed record Book(
    long Id,
    long AuthorId,
    string Title,
    string Genre,
    BigInteger Price,
    int? Pages,
    DateTime Published,
    bool InPrint,
    double? Weight,
    BigInteger? Sold,
    long? TranslatorId
);

public sealed record Stock(long BookId, int Copies, long FromHeight, long? ToHeight);

/// <summary>A small library, made from a fixed seed: the tests compute what they expect from these records.</summary>
public sealed class LibraryData
{
    public const string Tables = """
        create table authors (id bigint primary key, name text not null, address bytea not null, country text);
        create table books (id bigint primary key, author_id bigint not null references authors, title text not null,
          genre text not null, price numeric(39,0) not null, pages integer, published timestamptz not null, in_print boolean not null,
          weight double precision, sold numeric(39,0));
        create table translations (book_id bigint primary key, author_id bigint not null references authors);
        create table stock (book_id bigint not null, copies integer not null, from_height bigint not null, to_height bigint,
          primary key (book_id, from_height));
        create table steps (number bigint generated always as identity primary key, op text not null, from_book bigint not null, to_book bigint not null);
        create index on books (author_id);
        create sequence tickets;
        """;

    private static readonly string[] Words =
    [
        "river",
        "Stone",
        "100%",
        "snow_fall",
        "back\\slash",
        "it's",
        "\"q\"",
        "Ünïcode",
    ];

    public LibraryData()
    {
        var random = new Random(7);
        string?[] countries = ["IS", "PT", null];
        Authors =
        [
            .. Enumerable
                .Range(1, 7)
                .Select(id => new Author(id, $"Author {id}", [(byte)id, 0xab, 0], countries[random.Next(3)])),
        ];
        Books = [.. Enumerable.Range(1, 60).Select(id => NewBook(id, random))];
        Stock =
        [
            .. Books
                .Where(book => book.Id % 7 != 0)
                .SelectMany(book =>
                    new[]
                    {
                        new Stock(book.Id, random.Next(5), 0, 100 + book.Id),
                        new Stock(book.Id, 5 + random.Next(5), 100 + book.Id, null),
                    }
                ),
        ];
    }

    public IReadOnlyList<Author> Authors { get; }

    public IReadOnlyList<Book> Books { get; }

    public IReadOnlyList<Stock> Stock { get; }

    /// <summary>The copies on the shelf now; null when there is no shelf.</summary>
    public int? Copies(Book book) => Stock.FirstOrDefault(it => it.BookId == book.Id && it.ToHeight is null)?.Copies;

    public static string BookRow(Book book) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"({book.Id},{book.AuthorId},{Text(book.Title)},{Text(book.Genre)},{book.Price},{Text(book.Pages)},'{book.Published:O}',{book.InPrint},{Text(book.Weight)},{Text(book.Sold)})"
        );

    public string Inserts()
    {
        var sql = new StringBuilder(Tables);
        var authors = Authors.Select(it =>
            $"({it.Id},{Text(it.Name)},'\\x{Convert.ToHexString(it.Address)}',{(it.Country is { } country ? Text(country) : "null")})"
        );
        sql.Append("insert into authors values ").AppendJoin(',', authors).Append(';');
        sql.Append("insert into books values ").AppendJoin(',', Books.Select(BookRow)).Append(';');
        var translations = Books.Where(it => it.TranslatorId is not null).Select(it => $"({it.Id},{it.TranslatorId})");
        sql.Append("insert into translations values ").AppendJoin(',', translations).Append(';');
        var stock = Stock.Select(it => $"({it.BookId},{it.Copies},{it.FromHeight},{Text(it.ToHeight)})");
        return sql.Append("insert into stock values ").AppendJoin(',', stock).Append(';').ToString();
    }

    private static Book NewBook(int id, Random random) =>
        new(
            id,
            random.Next(1, 8),
            $"{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]}",
            random.Next(2) == 0 ? "sf" : "poetry",
            new BigInteger(random.Next(1, 6)) * BigInteger.Pow(10, random.Next(15, 25)),
            random.Next(4) == 0 ? null : random.Next(1, 5) * 100,
            new DateTime(2000 + random.Next(5), 1, 1, 0, 0, 0, DateTimeKind.Utc)
                .AddHours(random.Next(3) * random.Next(500))
                .AddMilliseconds(random.Next(2)),
            random.Next(2) == 0,
            random.Next(5) == 0 ? null : random.Next(-40, 80) / 16.0,
            random.Next(5) == 0 ? null : random.Next(-5, 20) * BigInteger.Pow(7, random.Next(40)),
            random.Next(3) == 0 ? null : random.Next(1, 8)
        );

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "null";

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
