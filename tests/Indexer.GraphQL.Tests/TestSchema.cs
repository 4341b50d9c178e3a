using System.Text.Json;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Types;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Indexer.GraphQL.Tests;

/// <summary>A schema with one of everything. Its tables exist nowhere: nothing here asks for rows.</summary>
internal static class TestSchema
{
    public static Schema Build()
    {
        var builder = new SchemaBuilder();
        var state = builder.Enum(
            "State",
            "Where a thing is in its life.",
            new EnumValue("NEW", "Just \"made\"."),
            new EnumValue("OLD", "Not new any more.", "o", "Things do not age; use NEW.")
        );
        var asOf = new RowVersion("asOf", "AsOf", "A point in time.", row => $"{row["until"]} is null").Case(
            "height",
            Scalars.Long,
            "A height.",
            (row, at) => $"{row["since"]} <= {at}"
        );
        var thing = builder.Node(
            "Thing",
            "things",
            "A thing.\n\nWith a second paragraph.",
            new KeyColumn("id", SqlType.BigInt)
        );
        thing.Versioned(asOf);
        thing.Column("name", Scalars.String, "name", "Its name.").Filterable().Sortable();
        thing.Column("state", state.NonNull(), "state", "Its state.").Filterable();
        thing
            .Column(
                "made",
                Scalars.DateTime,
                "made",
                "When, in a description that is longer than seventy characters so that it must be broken."
            )
            .Sortable();
        thing.Column("tags", Scalars.String.NonNull().List(), "tags", "Its tags.").Deprecated("Tags are gone.");
        thing.ToMany("parts", thing, "Its parts.", Join.On(("id", "whole_id"))).Filterable();
        builder.Query.ToMany("things", thing, "All things.").AsOf(asOf);
        return builder.Build();
    }

    public static GraphQLEngine Engine(Schema schema, GraphQLOptions? options = null) =>
        new(
            schema,
            NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody"),
            options ?? new GraphQLOptions(),
            TimeProvider.System,
            NullLogger<GraphQLEngine>.Instance
        );

    public static async Task<JsonElement> AskAsync(Schema schema, string query)
    {
        using var engine = Engine(schema);
        var operation = engine.Prepare(new GraphQLRequest(query), out var errors);
        Assert.True(operation is not null, string.Join('\n', errors.Select(it => it.Message)));
        using var output = new MemoryStream();
        await engine.ExecuteAsync(operation, output, CancellationToken.None);
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }
}
