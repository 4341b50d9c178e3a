using System.Text;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Migrations;
using Indexer.Simulator;
using Indexer.Simulator.Snapshot;
using Indexer.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary>Keys and passwords of a configuration in which nothing works.</summary>
public sealed class SecretTests
{
    private const string Zeros = "0x0000000000000000000000000000000000000001";
    private static readonly string[] Secrets =
    [
        "someUser",
        "somePassword",
        "pathkey-0123",
        "querykey-4567",
        "hubkey-8901",
        "dbpass-2345",
        "clientkey-6789",
        Convert.ToBase64String("someUser:somePassword"u8),
    ];

    [Fact]
    public async Task A_run_full_of_failures_tells_none_of_its_secrets()
    {
        await using var server = await SimulatorServer.StartAsync(World.Create(41, WorldSize.Small));
        await using var echo = await EchoAsync();
        await using var database = await TestDatabase.CreateAsync("schema", PrepareAsync);
        await using var directory = new DataDirectory();
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = "dbpass-2345" };
        var port = Ports.Free();
        var echoing = Keyed(new Uri(echo.Urls.First()), "/pathkey-0123");
        var file = await directory.FileAsync(
            $$"""
            {
              "database": { "connectionString": {{Json(connection.ConnectionString)}} },
              "http": { "urls": "http://127.0.0.1:{{port}}" },
              "api": { "rateLimit": { "keys": { "partner": { "key": "clientkey-6789" } } } },
              "networks": {
                "othergenesis": { "kind": "substrate", "genesisHash": "0x{{new string('1', 64)}}",
                  "endpoints": [{{Json(Keyed(server.Http("khala")))}}] },
                "otherchain": { "kind": "evm", "chainId": 7, "endpoints": [{{Json(Keyed(server.Http("ethereum")))}}],
                  "contracts": [{ "role": "pha-vault", "address": "{{Zeros}}" }] },
                "nobody": { "kind": "substrate",
                  "endpoints": [{{Json(Keyed(new Uri($"ws://127.0.0.1:{Ports.Free()}"), "/pathkey-0123"))}}] },
                "echo": { "kind": "evm", "chainId": 1, "endpoints": [{{Json(echoing)}}],
                  "contracts": [{ "role": "pha-vault", "address": "{{Zeros}}" }] },
                "hub": { "kind": "snapshot", "space": "{{SimulatedSpace.Id}}", "apiKey": "hubkey-8901",
                  "requestsPerMinute": 60000, "endpoints": [{{Json(echoing)}}] }
              }
            }
            """
        );
        var told = new StringBuilder();
        await using (
            var program = IndexerProcess.Start(directory.Path, "run", "--role", "all", "--verbose", "--config", file)
        )
        {
            await program.LineAsync(line => line.StartsWith("GraphQL: ", StringComparison.Ordinal));
            await HearEveryNetworkAsync(program, port, told);
            await program.TerminateAsync();
            await program.ExitCodeAsync();
            told.Append(program.Output).AppendJoin('\n', program.Errors);
        }

        await using (var status = IndexerProcess.Start(directory.Path, "status", "--config", file))
        {
            await status.ExitCodeAsync();
            told.Append(status.Output).AppendJoin('\n', status.Errors);
        }

        var text = told.ToString();
        Assert.Contains("127.0.0.1", text, StringComparison.Ordinal);
        Assert.Contains("genesis", text, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    /// <summary>Waits until every network told a reason, and collects what strangers may ask meanwhile.</summary>
    private static async Task HearEveryNetworkAsync(IndexerProcess program, int port, StringBuilder told)
    {
        var silent = new HashSet<string>(StringComparer.Ordinal)
        {
            "othergenesis",
            "otherchain",
            "nobody",
            "echo",
            "hub",
        };
        while (silent.Count > 0)
        {
            // A line of progress with a reason.
            var line = await program.LineAsync(text =>
                silent.Any(name => text.StartsWith(name + " ", StringComparison.Ordinal))
                && text.Contains("events: ", StringComparison.Ordinal)
            );
            silent.Remove(line[..line.IndexOf(' ')]);
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            foreach (var path in new[] { "/health/ready", "/health/live", "/metrics" })
            {
                using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
                told.Append(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                told.Append(answer.Headers);
            }
        }
    }

    [Fact]
    public async Task A_wrong_address_is_refused_without_its_secrets()
    {
        await using var directory = new DataDirectory();
        var file = await directory.FileAsync(
            """{ "networks": { "x": { "kind": "evm", "endpoints": ["ftp://someUser:somePassword@node/pathkey-0123"] } } }"""
        );
        await using var program = IndexerProcess.Start(directory.Path, "run", "--config", file);

        Assert.Equal(2, await program.ExitCodeAsync());
        var line = Assert.Single(program.Errors, error => error.StartsWith("indexer: ", StringComparison.Ordinal));
        Assert.Contains("networks.x.endpoints[0]", line, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal));
    }

    private static Uri Keyed(Uri address, string? path = null) =>
        new UriBuilder(address)
        {
            UserName = "someUser",
            Password = "somePassword",
            Path = path ?? address.AbsolutePath,
            Query = "key=querykey-4567",
        }.Uri;

    private static string Json(object text) => System.Text.Json.JsonSerializer.Serialize($"{text}");

    /// <summary>A server that fails and repeats all that it was sent.</summary>
    private static async Task<WebApplication> EchoAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(context =>
        {
            var (request, response) = (context.Request, context.Response);
            var all =
                $"{request.Path}{request.QueryString} {request.Headers.Authorization} {request.Headers["x-api-key"]} someUser:somePassword";
            (response.StatusCode, response.ContentType) = (503, "application/json");
            context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = all;
            return response.WriteAsync(
                $$"""{"jsonrpc":"2.0","id":null,"error":{"code":-1,"message":{{Json(all)}}},"errors":[{"message":{{Json(all)}}}]}"""
            );
        });
        await server.StartAsync();
        return server;
    }

    private static async Task PrepareAsync(string connectionString)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await Schema.EnsureAsync(dataSource, CancellationToken.None);
    }
}
