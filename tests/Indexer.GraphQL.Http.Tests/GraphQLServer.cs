using System.Net.Http.Headers;
using System.Net.Http.Json;
using Indexer.GraphQL.Postgres.Tests;
using Npgsql;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>The library in a database of its own, behind HTTP.</summary>
public sealed class GraphQLServer : IAsyncLifetime
{
    public const string Response = "application/graphql-response+json";

    private readonly Library library = new();
    private EngineServer? server;

    public LibraryData Data => library.Data;

    public NpgsqlDataSource DataSource => library.DataSource;

    public HttpClient Client => server!.Client;

    public LogRecorder Log => server!.Log;

    public Uri Url => new(server!.Client.BaseAddress!, "/graphql");

    public async ValueTask InitializeAsync()
    {
        await library.InitializeAsync();
        server = await EngineServer.StartAsync(DataSource.ConnectionString, TimeSpan.FromSeconds(3));
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        await library.DisposeAsync();
    }

    /// <summary>Posts a request object as JSON.</summary>
    public async Task<Answer> PostAsync(object request, string? accept = null) =>
        await SendAsync(HttpMethod.Post, "/graphql", JsonContent.Create(request), accept);

    /// <summary>Posts bytes as application/json.</summary>
    public async Task<Answer> PostAsync(byte[] body, string? accept = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await SendAsync(HttpMethod.Post, "/graphql", content, accept);
    }

    public Task<Answer> GetAsync(string parameters, string? accept = null) =>
        SendAsync(HttpMethod.Get, $"/graphql?{parameters}", content: null, accept);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, string? accept)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("accept", accept);
        }

        return await SendAsync(request);
    }

    public Task<Answer> SendAsync(HttpRequestMessage request) => server!.SendAsync(request);

    /// <summary>The server answers a good query.</summary>
    public async Task AssertAliveAsync()
    {
        var answer = await PostAsync(new { query = "{ book(number: 1) { title } }" });
        Assert.Equal(
            Data.Books[0].Title,
            answer.Json.GetProperty("data").GetProperty("book").GetProperty("title").GetString()
        );
    }
}
