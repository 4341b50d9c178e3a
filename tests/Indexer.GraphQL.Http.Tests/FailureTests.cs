using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Indexer.GraphQL.Http.Tests;

public sealed class FailureTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Sleeping =
        "select pid from pg_stat_activity where datname = current_database() and state = 'active' and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()";

    [Fact]
    public async Task A_slow_statement_is_cut_off_and_the_other_fields_are_kept()
    {
        var answer = await server.PostAsync(new { query = "{ book(number: 1) { number } slow { name } }" });
        Assert.Equal((HttpStatusCode.OK, ErrorCodes.Timeout), (answer.Status, answer.Code));
        Assert.Equal(1, answer.Json.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task A_connection_killed_during_a_request_is_an_error_that_tells_nothing()
    {
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            TimeSpan.FromSeconds(25)
        );
        var pending = own.PostAsync("{ slow { name } }");
        await WaitForSleepersAsync(1);
        await ExecuteAsync($"select pg_terminate_backend(pid) from ({Sleeping}) s");
        var answer = await pending;

        Assert.Equal((HttpStatusCode.OK, ErrorCodes.Internal), (answer.Status, answer.Code));
        Assert.Equal("The server failed to answer; it has logged why.", answer.Message);
        Assert.Contains(own.Log.Errors, error => error.Contains("57P01", StringComparison.Ordinal));
        Assert.Contains(
            "\"number\"",
            (await own.PostAsync("{ book(number: 1) { number } }")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_an_error_that_tells_nothing()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var own = await EngineServer.StartAsync(
            $"Host=127.0.0.1;Port={port};Username=someone;Password=secret",
            TimeSpan.FromSeconds(25)
        );

        var answer = await own.PostAsync("{ book(number: 1) { number } }");

        Assert.Equal((HttpStatusCode.OK, ErrorCodes.Internal), (answer.Status, answer.Code));
        Assert.Equal("The server failed to answer; it has logged why.", answer.Message);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await own.PostAsync("{ __typename }")).Text);
    }

    [Fact]
    public async Task A_client_that_goes_away_takes_its_statement_along_and_is_no_error()
    {
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            TimeSpan.FromSeconds(25)
        );
        using (var gone = new CancellationTokenSource())
        {
            var request = own.Client.PostAsync(
                "/graphql",
                JsonContent.Create(new { query = "{ slow { name } }" }),
                gone.Token
            );
            await WaitForSleepersAsync(1);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        }

        await WaitForSleepersAsync(0);
        await own.PostAsync("{ __typename }");
        Assert.Empty(own.Log.Errors);
    }

    [Fact]
    public async Task Slow_statements_do_not_keep_quick_ones_waiting()
    {
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Engine = new GraphQLOptions { Timeout = TimeSpan.FromSeconds(25), MaxConcurrentRequests = 1 },
            }
        );
        // Each asks something else, so that none waits for the answer of another.
        var slow = Enumerable.Range(0, 3).Select(i => own.PostAsync($"{{ slow {{ name{i}: name }} }}")).ToList();
        await WaitForSleepersAsync(3);
        Assert.Contains(
            "\"number\"",
            (await own.PostAsync("{ book(number: 1) { number } }")).Text,
            StringComparison.Ordinal
        );
        await ExecuteAsync($"select pg_terminate_backend(pid) from ({Sleeping}) s");
        await Task.WhenAll(slow);
    }

    [Fact]
    public async Task A_client_that_leaves_while_the_answer_arrives_is_no_error()
    {
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            TimeSpan.FromSeconds(25)
        );
        var titles = string.Concat(Enumerable.Range(0, 40).Select(i => $"a{i}: title "));
        var query =
            $"{{ books(first: 60) {{ nodes {{ author {{ books(first: 8) {{ nodes {{ author {{ books(first: 8) {{ nodes {{ {titles} }} }} }} }} }} }} }} }} }}";
        for (var round = 0; round < 5; round++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = JsonContent.Create(new { query }),
            };
            using var response = await own.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            await using var body = await response.Content.ReadAsStreamAsync();
            Assert.NotEqual(0, await body.ReadAsync(new byte[10 * (round + 1)]));
        }

        Assert.StartsWith("{\"data\"", (await own.PostAsync(query)).Text, StringComparison.Ordinal);
        Assert.Empty(own.Log.Errors);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_error_of_the_server()
    {
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            TimeSpan.FromSeconds(25)
        );
        const string Head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        var chunked = await own.RawAsync($"{Head}Transfer-Encoding: chunked\r\n\r\nzz\r\n", breakOff: false);
        Assert.StartsWith("HTTP/1.1 400", chunked, StringComparison.Ordinal);
        var brokenOff = $"{Head}Content-Length: 100\r\n\r\n{{\"query\"";
        try
        {
            Assert.Equal("", await own.RawAsync(brokenOff, breakOff: true));
        }
        catch (IOException)
        {
            // The connection is reset or, when the server was quicker than the client, closed.
        }

        await own.PostAsync("{ __typename }");
        Assert.Empty(own.Log.Errors);
    }

    [Fact]
    public async Task Many_requests_at_once_are_each_answered_with_their_own_data()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 300)
                .Select(async i =>
                {
                    var number = (i % server.Data.Books.Count) + 1;
                    var answer = await server.PostAsync(
                        new
                        {
                            query = "query($n: Long!) { book(number: $n) { number title } }",
                            variables = new { n = number },
                        }
                    );
                    return (number, Book: answer.Json.GetProperty("data").GetProperty("book"));
                })
        );
        Assert.All(
            answers,
            answer =>
            {
                Assert.Equal(answer.number, answer.Book.GetProperty("number").GetInt32());
                Assert.Equal(server.Data.Books[answer.number - 1].Title, answer.Book.GetProperty("title").GetString());
            }
        );
    }

    private async Task WaitForSleepersAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (await CountAsync(limit.Token) != count)
        {
            await ExecuteAsync("select pg_sleep(0.02)");
        }
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = server.DataSource.CreateCommand($"select count(*) from ({Sleeping}) s");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = server.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
