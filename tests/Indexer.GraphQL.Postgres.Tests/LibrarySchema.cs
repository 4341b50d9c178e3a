using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Postgres.Tests;

internal static class LibrarySchema
{
    public static ScalarType Price { get; } = Scalars.FixedPoint("Price", "An exact price in coins.", 18);

    public static Schema Build()
    {
        var builder = new SchemaBuilder();
        var address = Scalars.Hex("Address", "Three bytes.", 3);
        var genre = builder.Enum(
            "Genre",
            "What kind of book.",
            new EnumValue("SCIENCE_FICTION", "Robots.", "sf"),
            new EnumValue("POETRY", "Verses.", "poetry")
        );
        var asOf = new RowVersion("asOf", "AsOf", "A point in time.", row => $"{row["to_height"]} is null").Case(
            "height",
            Scalars.Long,
            "The height of a block.",
            (row, at) => $"{row["from_height"]} <= {at} and ({row["to_height"]} is null or {row["to_height"]} > {at})"
        );
        var author = builder.Node("Author", "authors", "Who writes.", new KeyColumn("id", SqlType.BigInt));
        var book = builder.Node("Book", "public.books", "What is read.", new KeyColumn("id", SqlType.BigInt));
        var stock = builder
            .Table(
                "Stock",
                "stock",
                "Copies on the shelf.",
                new KeyColumn("book_id", SqlType.BigInt),
                new KeyColumn("from_height", SqlType.BigInt)
            )
            .Versioned(asOf);
        Author(author, book, address);
        Book(book, author, stock, genre);
        stock.Column("copies", Scalars.Int.NonNull(), "copies", "How many.").Filterable();
        stock.Column("since", Scalars.Long.NonNull(), "from_height", "The height it is so since.");
        Query(builder.Query, book, author, asOf);
        Ticket(builder);
        Subscription(builder, book);
        return builder.Build();
    }

    private static void Author(ObjectType author, ObjectType book, ScalarType address)
    {
        author.Column("number", Scalars.Long.NonNull(), "id", "The number.").Filterable().Sortable();
        author.Column("name", Scalars.String.NonNull(), "name", "The name.").Filterable().Sortable();
        author.Column("address", address.NonNull(), "address", "Where to write to.").Filterable();
        author.Column("country", Scalars.String, "country", "Where from.").Filterable().Sortable();
        author
            .ToMany("books", book, "What they wrote.", Join.On(("id", "author_id")))
            .Filterable()
            .OrderedAlike("FAME", "PRICE");
        author
            .ToMany(
                "translated",
                book,
                "What they translated.",
                Join.Through("translations", ("id", "author_id"), ("book_id", "id"))
            )
            .Filterable();
    }

    private static void Book(ObjectType book, ObjectType author, ObjectType stock, EnumType genre)
    {
        book.Column("number", Scalars.Long.NonNull(), "id", "The number.").Filterable().Sortable();
        book.Column("title", Scalars.String.NonNull(), "title", "The title.").Filterable().Sortable();
        book.Column("genre", genre.NonNull(), "genre", "The kind.").Filterable();
        book.Column("price", Price.NonNull(), "price", "The price in coins.").Filterable().Sortable().Summable();
        book.Column("pages", Scalars.Int, "pages", "The pages, if counted.").Filterable().Sortable().Summable();
        book.Column("weight", Scalars.Float, "weight", "Kilograms, if weighed.").Filterable().Sortable().Summable();
        book.Column("sold", Scalars.BigInt, "sold", "Copies sold, less those returned.").Sortable().Summable();
        book.Column("published", Scalars.DateTime.NonNull(), "published", "When it came out.").Filterable().Sortable();
        book.Column("inPrint", Scalars.Boolean.NonNull(), "in_print", "Whether it can be bought.").Filterable();
        book.Computed(
            "words",
            Scalars.String.NonNull().List().NonNull(),
            row => $"string_to_array({row["title"]}, ' ')",
            "The title's words."
        );
        book.Computed(
                "longer",
                Scalars.Int,
                row => $"{row["pages"]} + {row.Argument("by")}",
                "The pages and some more."
            )
            .Argument(new InputValue("by", Scalars.Int, "How many more.", "1"));
        book.Computed(
                "copies",
                Scalars.Long,
                stock,
                Join.On(("id", "book_id")),
                (_, shelf) => shelf["copies"],
                "Copies on the shelf."
            )
            .Sortable()
            .Summable();
        book.Computed(
                "fame",
                Scalars.BigInt.NonNull(),
                author,
                Join.On(("author_id", "id")),
                (mine, writer) => $"div({mine["price"]}, 1000000000000000000) * length({writer["name"]})",
                "The whole coins of its price, once for each character of the author's name."
            )
            .Sortable();
        book.ToOne("author", author, "Who wrote it.", Join.On(("author_id", "id")), required: true)
            .Filterable()
            .SortableBy("country", "name");
        book.ToOne("stock", stock, "The shelf.", Join.On(("id", "book_id")));
        book.List("history", stock, "The shelf, alone now.", Join.On(("id", "book_id")), limit: 5);
        book.ToOne(
                "translator",
                author,
                "Who translated it.",
                Join.Through("translations", ("id", "book_id"), ("author_id", "id"))
            )
            .Filterable()
            .SortableBy("country");
        book.Computed("titleLength", Scalars.Int, row => $"length({row["title"]})", "Characters of the title.")
            .Sortable();
    }

    private static void Query(ObjectType query, ObjectType book, ObjectType author, RowVersion asOf)
    {
        query
            .ToOne("book", book, "One book.")
            .Argument("number", Scalars.Long.NonNull(), "Its number.", (row, number) => $"{row["id"]} = {number}")
            .AsOf(asOf);
        query
            .ToOne("authorAt", author, "The author at an address.")
            .Argument(
                "address",
                Scalars.String.NonNull(),
                "a:b:c in decimal.",
                [SqlType.Bytea],
                text => [Parse((string)text)],
                (row, values) => $"{row["address"]} = {values[0]}"
            );
        query.ToMany("books", book, "Every book.").AsOf(asOf);
        query.ToMany("authors", author, "Every author.").OrderedBy(("NAME", SortDirection.Descending));
        query
            .ToOne("slow", author, "Takes its time.", Join.From(_ => "(select a.*, pg_sleep(30) from authors a)"))
            .Costing(50);
        query.ToOne(
            "broken",
            author,
            "Divides by zero.",
            Join.From(_ => "(select a.*, secret_function() from authors a)")
        );
    }

    /// <summary>Tells how it was asked for: every statement draws another ticket.</summary>
    private static void Ticket(SchemaBuilder builder)
    {
        var ticket = builder.Table("Ticket", "ticket", "Where in the queue.", new KeyColumn("number", SqlType.BigInt));
        ticket.Column("number", Scalars.Long.NonNull(), "number", "The number.");
        ticket.Column("connection", Scalars.Long.NonNull(), "connection", "Who served.");
        ticket.Column("transaction", Scalars.String.NonNull(), "transaction", "Since when.");
        ticket.Column("isolation", Scalars.String.NonNull(), "isolation", "How far from others.");
        builder
            .Query.ToOne(
                "ticket",
                ticket,
                "The next one.",
                Join.From(_ =>
                    "(select nextval('tickets') as number, pg_backend_pid()::bigint as connection, now()::text as transaction, current_setting('transaction_isolation') as isolation)"
                )
            )
            .Argument("key", Scalars.Int, "Nobody gets one for 0.", (_, key) => $"1 / {key} is not null")
            .Argument("pause", Scalars.Float, "Seconds.", (_, pause) => $"pg_sleep({pause}) is not null");
    }

    /// <summary>Books come in steps; a step names a range of them.</summary>
    private static void Subscription(SchemaBuilder builder, ObjectType book)
    {
        var message = builder.Object(
            "BookMessage",
            "A book has come.",
            new KeyColumn("step", SqlType.BigInt),
            new KeyColumn("id", SqlType.BigInt)
        );
        message.Column("op", Scalars.String.NonNull(), "op", "How.");
        message.Cursor("cursor");
        message.Embed("book", book, "The book.");
        builder
            .Subscription(new SequenceFeed("steps", "steps", "number"))
            .Stream(
                "bookAdded",
                message,
                "Books as they come.",
                Join.From(_ =>
                    "(select s.number as step, s.op, b.* from steps s join books b on b.id between s.from_book and s.to_book)"
                ),
                book
            )
            .Argument("op", Scalars.String, "Only those that came so.", (row, op) => $"{row["op"]} = {op}");
    }

    private static byte[] Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 3
            ? [.. parts.Select(byte.Parse)]
            : throw new FormatException($"'{text}' is not an address; write a:b:c.");
    }
}
