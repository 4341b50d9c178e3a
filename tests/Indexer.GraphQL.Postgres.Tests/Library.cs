using System.Text;
using System.Text.Json;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Types;
using Indexer.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Indexer.GraphQL.Postgres.Tests;

/// <summary>The library in a database of its own.</summary>
public sealed class Library : IAsyncLifetime
{
    private static readonly Schema Schema = LibrarySchema.Build();

    private TestDatabase? database;
    private GraphQLEngine? engine;

    public LibraryData Data { get; } = new();

    internal GraphQLEngine Engine => engine!;

    internal NpgsqlDataSource DataSource => database!.DataSource;

    internal static GraphQLOptions Options { get; } = new() { Timeout = TimeSpan.FromSeconds(3) };

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await SqlAsync(Data.Inserts());
        engine = EngineWith(Options);
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await database!.DisposeAsync();
    }

    internal GraphQLEngine EngineWith(GraphQLOptions options) =>
        new(Schema, DataSource, options, TimeProvider.System, NullLogger<GraphQLEngine>.Instance);

    internal async Task SqlAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The whole response, as text.</summary>
    internal async Task<string> RawAsync(string query, object? variables = null, string? operation = null)
    {
        var prepared = Prepare(query, variables, operation);
        using var output = new MemoryStream();
        await Engine.ExecuteAsync(prepared, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    internal PreparedOperation Prepare(string query, object? variables = null, string? operation = null)
    {
        var values = variables is null ? default : JsonSerializer.SerializeToElement(variables);
        var prepared = Engine.Prepare(new GraphQLRequest(query, operation, values), out var errors);
        return prepared
            ?? throw new InvalidOperationException(string.Join('\n', errors.Select(error => error.Message)));
    }

    /// <summary>The data of a response without errors.</summary>
    internal async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var response = JsonDocument.Parse(await RawAsync(query, variables)).RootElement;
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data");
    }

    /// <summary>The only error of a refused request.</summary>
    internal GraphQLError Refusal(string query, object? variables = null)
    {
        var values = variables is null ? default : JsonSerializer.SerializeToElement(variables);
        Assert.Null(Engine.Prepare(new GraphQLRequest(query, null, values), out var errors));
        return Assert.Single(errors);
    }
}
