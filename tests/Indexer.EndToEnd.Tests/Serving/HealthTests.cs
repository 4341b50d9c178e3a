using System.Net;
using System.Text.Json;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Running;
using Indexer.Host.Web;
using Indexer.Migrations;
using Indexer.TestKit;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace Indexer.EndToEnd.Tests.Serving;

/// <summary>Health and metrics: every process tells what the database knows.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private IndexDatabase index = null!;
    private WebApplication? served;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync("schema", PrepareAsync);
        index = await IndexDatabase.ConnectAsync(
            new DatabaseConfiguration { ConnectionString = database.ConnectionString },
            IndexDatabase.DefaultName,
            Cancellation
        );
        await ExecuteAsync("insert into network (name, kind, start_block) values ('one', 'EVM', 0)");
    }

    public async ValueTask DisposeAsync()
    {
        if (served is not null)
        {
            await served.StopAsync(CancellationToken.None);
            await served.DisposeAsync();
        }

        await index.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("ingest", "update ingestion_status set updated_at = now()", "Healthy", "live")]
    [InlineData(
        "ingest",
        "update ingestion_status set state = 'WAITING', reason = 'no node', next_try_at = now()",
        "Degraded",
        "waiting"
    )]
    [InlineData(
        "all",
        "update ingestion_status set state = 'STOPPED', reason = 'unknown event'",
        "Unhealthy",
        "stopped"
    )]
    [InlineData(
        "ingest",
        "update ingestion_status set updated_at = now() - interval '121 seconds'",
        "Unhealthy",
        "stale"
    )]
    [InlineData(
        "ingest",
        "update ingestion_status set state = 'FINISHED', updated_at = now() - interval '1 year'",
        "Healthy",
        "finished"
    )]
    [InlineData("ingest", "delete from ingestion_status", "Degraded", "never started")]
    [InlineData("api", "update ingestion_status set updated_at = now() - interval '121 seconds'", "Degraded", "stale")]
    [InlineData(
        "jobs",
        "update ingestion_status set state = 'STOPPED', reason = 'unknown event'",
        "Degraded",
        "stopped"
    )]
    public async Task A_process_of_any_role_tells_how_networks_are(
        string role,
        string change,
        string status,
        string state
    )
    {
        await ExecuteAsync(StatusOf("one"));
        await ExecuteAsync(change);
        var server = await ServeAsync(role);
        using var client = Client(server);

        using var ready = await client.GetAsync("/health/ready", Cancellation);
        Assert.Equal(status == "Unhealthy" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, ready.StatusCode);
        var details = JsonDocument.Parse(await ready.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal(status, details.GetProperty("status").GetString());
        Assert.Equal(state, details.GetProperty("networks")[0].GetProperty("state").GetString());
        using var live = await client.GetAsync("/health/live", Cancellation);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        var metrics = await client.GetStringAsync("/metrics", Cancellation);
        Assert.Contains($"state=\"{state}\"", metrics, StringComparison.Ordinal);
        Assert.Contains("indexer_database_up", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_is_configured_and_never_ran_is_listed()
    {
        var server = await ServeAsync("api", "one", "two");
        using var client = Client(server);
        var details = JsonDocument.Parse(await client.GetStringAsync("/health/ready", Cancellation)).RootElement;
        Assert.Equal(
            ["one never started", "two never started"],
            details
                .GetProperty("networks")
                .EnumerateArray()
                .Select(network => $"{network.GetProperty("network")} {network.GetProperty("state")}")
        );
    }

    [Fact]
    public async Task Strangers_are_told_a_word_and_not_too_often()
    {
        await ExecuteAsync(StatusOf("one"));
        var server = await ServeAsync("all");
        using var client = Client(server);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.1");

        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Cancellation));
        foreach (var path in new[] { "/metrics", "/jobs" })
        {
            using var refused = await client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Single(refused.Headers.WwwAuthenticate);
        }

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 100; i++)
        {
            using var answer = await client.GetAsync("/health/ready", Cancellation);
            answers.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        using var local = await client.GetAsync("/jobs", Cancellation);
        Assert.Equal(HttpStatusCode.OK, local.StatusCode);
    }

    [Fact]
    public async Task Without_its_database_a_process_is_not_ready_and_says_so()
    {
        var server = await ServeAsync("api");
        using var client = Client(server);
        await database.DisposeAsync();
        using var ready = await client.GetAsync("/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains(
            "does not answer",
            await ready.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        var metrics = await client.GetStringAsync("/metrics", Cancellation);
        Assert.Matches("(?m)^indexer_database_up(\\{.*\\})? 0\\b", metrics);
    }

    private static string StatusOf(string network) =>
        $"insert into ingestion_status (network, state, since, updated_at) values ('{network}', 'LIVE', now(), now())";

    private async Task<WebApplication> ServeAsync(string role, params string[] networks) =>
        served = await WebServer.StartAsync(
            new WebSettings(
                new ApiSettingsReader(new ApiConfiguration()).Read("http://127.0.0.1:0"),
                Enum.Parse<Role>(role, ignoreCase: true),
                networks
            ),
            index,
            _ => { },
            Cancellation
        );

    private static HttpClient Client(WebApplication server) => new() { BaseAddress = new Uri(server.Urls.Single()) };

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task PrepareAsync(string connectionString)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await Schema.EnsureAsync(dataSource, CancellationToken.None);
    }
}
