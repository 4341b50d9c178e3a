using System.Text.Json;
using Indexer.Api;
using Indexer.GraphQL;
using Indexer.GraphQL.Execution;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>The product's schema over an index, without limits that long histories would meet.</summary>
internal sealed class Graph : IAsyncDisposable
{
    private readonly Failures failures = new();
    private readonly GraphQLEngine engine;

    public Graph(NpgsqlDataSource source) =>
        engine = new GraphQLEngine(
            ProductSchema.Create(),
            source,
            new GraphQLOptions
            {
                Timeout = TimeSpan.FromMinutes(2),
                MaxNodes = 100_000_000,
                MaxCost = 1_000_000_000,
            },
            TimeProvider.System,
            failures
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
        Assert.False(answer.TryGetProperty("errors", out _), $"{answer.GetRawText()} {failures.Last}");
        return answer.GetProperty("data");
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    /// <summary>What clients are not told.</summary>
    private sealed class Failures : ILogger<GraphQLEngine>
    {
        public Exception? Last { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Last = exception ?? Last;
    }
}
