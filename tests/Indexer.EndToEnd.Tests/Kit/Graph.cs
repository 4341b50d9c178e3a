using System.Text.Json;
using Indexer.Api;
using Indexer.GraphQL;
using Indexer.GraphQL.Execution;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>The product's schema over an index, without limits that long histories would meet.</summary>
internal sealed class Graph(NpgsqlDataSource source) : IAsyncDisposable
{
    private readonly GraphQLEngine engine = new(
        ProductSchema.Create(),
        source,
        new GraphQLOptions
        {
            Timeout = TimeSpan.FromMinutes(2),
            MaxNodes = 10_000_000,
            MaxCost = 1_000_000_000,
        },
        TimeProvider.System,
        NullLogger<GraphQLEngine>.Instance
    );

    /// <summary>The data of a query, which must not fail.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var request = new GraphQLRequest(query, Variables: JsonSerializer.SerializeToElement(variables ?? new { }));
        var operation = engine.Prepare(request, out var errors);
        Assert.True(operation is not null, string.Join('\n', errors.Select(error => error.Message)));
        using var output = new MemoryStream();
        await engine.ExecuteAsync(operation, output, TestContext.Current.CancellationToken);
        var answer = JsonElement.Parse(output.ToArray());
        Assert.False(answer.TryGetProperty("errors", out _), answer.GetRawText());
        return answer.GetProperty("data");
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
