using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Indexer.JsonRpc.Tests;

public sealed class EndpointTests
{
    private static readonly string[] Secrets = ["aUser", "aPass", "pathkey-0123", "querykey-4567"];

    [Theory]
    [InlineData("https://aUser:aPass@node.example/v3/pathkey-0123?key=querykey-4567", "https://node.example")]
    [InlineData("ws://aUser@127.0.0.1:9944/pathkey-0123", "ws://127.0.0.1:9944")]
    [InlineData("http://[::1]:8545/?querykey-4567", "http://[::1]:8545")]
    public void An_endpoint_shows_scheme_host_and_port_only(string address, string shown)
    {
        var endpoint = new Endpoint(new Uri(address));

        Assert.Equal(shown, endpoint.Name);
        Assert.Equal(shown, $"{endpoint}");
    }

    [Fact]
    public void What_a_server_echoes_of_an_address_is_taken_out()
    {
        var endpoint = new Endpoint(
            new Uri("https://a%20user:p%40ss@node.example/v3/abc%2F123?key=querykey&id=x%20yz")
        );

        Assert.Equal(
            "no *** in /v3/*** or *** for *** (*** and ***), Basic ***: method v3_call of node.example",
            endpoint.Conceal(
                "no querykey in /v3/abc%2F123 or abc/123 for a user (p@ss and p%40ss), Basic "
                    + Convert.ToBase64String("a user:p@ss"u8)
                    + ": method v3_call of node.example"
            )
        );
    }

    [Fact]
    public void An_address_must_be_absolute() =>
        Assert.Throws<ArgumentException>(() => new Endpoint(new Uri("/rpc", UriKind.Relative)));

    [Fact]
    public void A_secret_shows_nothing_and_is_read_from_text()
    {
        var secret = (Secret)TypeDescriptor.GetConverter(typeof(Secret)).ConvertFrom("hidden")!;

        Assert.Equal(("hidden", "***", "a *** word"), (secret.Reveal(), $"{secret}", secret.Conceal("a hidden word")));
        Assert.DoesNotContain(
            "hidden",
            new RpcClientOptions { Endpoints = [Address(new Uri("http://x/"))] }.ToString()
        );
    }

    /// <summary>A node that repeats everything it was sent, in every way in which an answer can fail.</summary>
    [Theory]
    [InlineData(200, "application/json", "NOT JSON SECRET")]
    [InlineData(
        200,
        "application/json",
        """{"jsonrpc":"2.0","id":ID,"error":{"code":-32000,"message":"busy SECRET"}}"""
    )]
    [InlineData(
        200,
        "application/json",
        """{"jsonrpc":"2.0","id":ID,"error":{"code":3,"message":"reverted SECRET"}}"""
    )]
    [InlineData(200, "application/json", """{"jsonrpc":"2.0","id":ID,"error":"SECRET"}""")]
    [InlineData(200, "application/json", """{"jsonrpc":"2.0","id":"SECRET","result":1}""")]
    [InlineData(429, "text/plain", "SECRET")]
    [InlineData(404, "application/json", """{"jsonrpc":"2.0","id":null,"error":{"code":-1,"message":"SECRET"}}""")]
    [InlineData(401, "text/html", "SECRET")]
    public async Task No_failure_tells_a_secret(int status, string type, string body)
    {
        await using var node = await FakeNode.StartAsync(
            (request, context) =>
            {
                var echo =
                    $"{context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Authorization} aUser:aPass";
                (context.Response.StatusCode, context.Response.ContentType) = (status, type);
                context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseFeature>()!.ReasonPhrase = echo;
                return context.Response.WriteAsync(
                    body.Replace("SECRET", echo).Replace("ID", request["id"]!.ToJsonString())
                );
            }
        );
        var log = new LogLines();
        await using var client = RpcClient.Create(
            new RpcClientOptions
            {
                Endpoints = [Address(node.Http)],
                MaxAttempts = 3,
                TimeProvider = new TestTime(),
            },
            log
        );

        var error = await Assert.ThrowsAnyAsync<Exception>(() => client.CallAsync("any", []));

        foreach (var secret in Secrets.Append(Convert.ToBase64String("aUser:aPass"u8)))
        {
            Assert.DoesNotContain(secret, error.ToString());
            Assert.DoesNotContain(secret, string.Join('\n', log.Lines));
        }
    }

    private static Uri Address(Uri server) =>
        new UriBuilder(server)
        {
            UserName = "aUser",
            Password = "aPass",
            Path = "/v3/pathkey-0123",
            Query = "key=querykey-4567",
        }.Uri;

    private sealed class LogLines : ILoggerFactory, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
