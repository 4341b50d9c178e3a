using System.Text;
using System.Text.Json;
using Indexer.GraphQL;
using Indexer.GraphQL.Bench;
using Indexer.GraphQL.Execution;
using Indexer.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Indexer.Api.Tests;

/// <summary>What the bench measures is what it says: its rows fit the schema, and its requests are answered.</summary>
public sealed class BenchTests
{
    private const decimal Part = 0.005m;

    [Fact]
    public async Task Every_documented_query_is_answered_from_its_rows()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync();
        await BenchDatabase.SeedAsync(database.DataSource, Part, _ => { });
        await using var engine = new GraphQLEngine(
            ProductSchema.Create(),
            database.DataSource,
            new GraphQLOptions(),
            TimeProvider.System,
            NullLogger<GraphQLEngine>.Instance
        );

        var workloads = await Workload.ReadAsync(database.DataSource, []);

        Assert.Equal(DocumentedQueries.All.Select(query => query.Name), workloads.Select(workload => workload.Name));
        foreach (var workload in workloads)
        {
            Assert.NotEmpty(workload.Requests);
            foreach (var request in workload.Requests.Take(3))
            {
                using var output = new MemoryStream();
                var operation = engine.Prepare(request, out var errors);
                Assert.True(
                    operation is not null,
                    $"{workload.Name}: {string.Join(' ', errors.Select(error => error.Message))}"
                );
                await engine.ExecuteAsync(operation, output, stop);
                var answer = JsonElement.Parse(Encoding.UTF8.GetString(output.ToArray()));
                Assert.False(answer.TryGetProperty("errors", out var failed), $"{workload.Name}: {failed}");
            }
        }
    }
}
