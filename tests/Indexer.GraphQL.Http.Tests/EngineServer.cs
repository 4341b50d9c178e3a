using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Postgres.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>An engine of the library's schema behind Kestrel on a free port of the loopback interface.</summary>
public sealed class EngineServer : IAsyncDisposable
{
    private readonly NpgsqlDataSource dataSource;
    private readonly WebApplication app;

    private EngineServer(NpgsqlDataSource dataSource, WebApplication app, LogRecorder log)
    {
        this.dataSource = dataSource;
        this.app = app;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(1) };
    }

    public LogRecorder Log { get; }

    public HttpClient Client { get; }

    public GraphQLEngine Engine => app.Services.GetRequiredService<GraphQLEngine>();

    public static Task<EngineServer> StartAsync(string connectionString, TimeSpan timeout) =>
        StartAsync(connectionString, new ServerOptions { Engine = new GraphQLOptions { Timeout = timeout } });

    public static async Task<EngineServer> StartAsync(string connectionString, ServerOptions options)
    {
        var schema = LibrarySchema.Build();
        var trusted = options.Trusted is { } path ? TrustedDocuments.Load(path, schema, options.Engine) : null;
        var log = new LogRecorder();
        var source = NpgsqlDataSource.Create(connectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(provider => new GraphQLEngine(
            schema,
            source,
            options.Engine,
            options.EngineTime,
            provider.GetRequiredService<ILogger<GraphQLEngine>>(),
            trusted
        ));
        builder.Services.AddSingleton(options.Time).AddGraphQLHttp(options.Http);
        var application = builder.Build();
        application.MapGraphQL("/graphql");
        await application.StartAsync();
        return new EngineServer(source, application, log);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await dataSource.DisposeAsync();
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> PostAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        return await SendAsync(request);
    }

    /// <summary>Sends text over a connection of its own and returns what comes back until the server ends it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="breakOff">Whether to send no more after it, as a client that is gone.</param>
    public async Task<string> RawAsync(string text, bool breakOff)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Client.BaseAddress!.Host, Client.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        if (breakOff)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
