using System.Diagnostics;

namespace Indexer.GraphQL.Postgres.Tests;

public sealed class StatementTests(Library library) : IClassFixture<Library>
{
    private static readonly string[] Transactions = ["BEGIN", "COMMIT", "ROLLBACK", "DISCARD"];

    [Theory]
    [InlineData("{ book(number: 1) { number } }", 1)]
    [InlineData(
        "{ books { totalCount nodes { author { books { totalCount nodes { author { name } } } } } pageInfo { endCursor hasNextPage } } }",
        1
    )]
    [InlineData(
        "{ a: book(number: 1) { number } b: books { totalCount } c: authors { nodes { name books(first: 2) { nodes { copies } } } } }",
        3
    )]
    [InlineData("{ __schema { types { name } } __typename }", 0)]
    public async Task Each_root_field_is_one_statement(string query, int expected)
    {
        var source = new ActivitySource("test");
        var statements = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name is "Npgsql" or "test",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var root = source.StartActivity();
        listener.ActivityStopped = activity =>
        {
            var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
            if (activity.TraceId == root!.TraceId && text is not null)
            {
                lock (statements)
                {
                    statements.Add(text);
                }
            }
        };

        await library.DataAsync(query);

        Assert.Equal(
            expected,
            statements.Count(text => !Transactions.Any(word => text.StartsWith(word, StringComparison.Ordinal)))
        );
    }
}
