using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Indexer.JsonRpc.Tests;

public sealed class RetryTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task A_passing_http_failure_is_asked_again_after_growing_waits(int status)
    {
        var time = new TestTime();
        await using var node = await FailingAsync(2, context => context.Response.StatusCode = status);
        await using var client = Clients.With(options => options with { TimeProvider = time }, node.Http);

        Assert.Equal(5, (await client.CallAsync("echo", [5])).GetInt32());
        Assert.Equal(2, time.Waits.Count);
        Assert.All(time.Waits, wait => Assert.InRange(wait, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Retry_After_is_kept_to_the_second()
    {
        var time = new TestTime();
        await using var node = await FailingAsync(
            2,
            context =>
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "17";
            }
        );
        await using var client = Clients.With(options => options with { TimeProvider = time }, node.Http);

        await client.CallAsync("echo", [5]);

        Assert.Equal([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(17)], time.Waits);
    }

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        var time = new TestTime();
        await using var node = await FailingAsync(
            1,
            context =>
            {
                context.Response.StatusCode = 503;
                context.Response.Headers.RetryAfter = (time.GetUtcNow() + TimeSpan.FromSeconds(40)).ToString("R");
            }
        );
        await using var client = Clients.With(options => options with { TimeProvider = time }, node.Http);

        await client.CallAsync("echo", [5]);

        Assert.Equal([TimeSpan.FromSeconds(40)], time.Waits);
    }

    [Fact]
    public async Task A_node_that_wants_to_be_left_alone_for_an_hour_is_down()
    {
        await using var node = await FailingAsync(
            9,
            context =>
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "3600";
            }
        );
        await using var client = Clients.Of(node.Http);

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("echo", [5]));

        Assert.Contains("HTTP 429 Too Many Requests, to be asked again in 01:00:00", error.Message);
        Assert.Single(node.Received);
    }

    [Theory]
    [InlineData(-32005, "limit exceeded")]
    [InlineData(-32005, "daily request count exceeded, request rate limited")]
    [InlineData(-32016, "over the limit")]
    [InlineData(429, "slow down")]
    [InlineData(-32000, "Too Many Requests")]
    [InlineData(-32090, "Too many requests, reason: call rate limit exhausted")]
    [InlineData(-32007, "50/second request limit reached")]
    [InlineData(-32000, "Your app has exceeded its compute units per second capacity")]
    public async Task A_rate_limit_is_waited_for_and_never_an_answer(int code, string message)
    {
        var answers = 0;
        await using var node = await FakeNode.StartAsync(request =>
            Interlocked.Increment(ref answers) is 1 or > 2
                ? FakeNode.Error(request, code, message)
                : FakeNode.Echo(request)
        );
        await using var client = Clients.Of(node.Http);

        Assert.Equal(5, (await client.CallAsync("echo", [5])).GetInt32());
        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("echo", [5]));
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData(-32005, "query returned more than 10000 results")]
    [InlineData(-32005, "logs matched by query exceeds limit of 10000")]
    [InlineData(-32603, "block range is too wide")]
    [InlineData(-32000, "execution reverted")]
    [InlineData(-32602, "invalid argument 0: hex string without 0x prefix")]
    public async Task An_error_about_the_question_is_not_asked_again(int code, string message)
    {
        await using var node = await FakeNode.StartAsync(request => FakeNode.Error(request, code, message));
        await using var client = Clients.Of(node.Http);

        var error = await Assert.ThrowsAsync<RpcErrorException>(() => client.CallAsync("eth_getLogs", []));

        Assert.Equal((code, message), (error.Code, error.NodeMessage));
        Assert.Single(node.Received);
    }

    [Fact]
    public async Task Only_the_calls_of_a_batch_that_failed_in_passing_are_asked_again()
    {
        var first = 1;
        await using var node = await FakeNode.StartAsync(request =>
            request is JsonArray batch && Interlocked.Exchange(ref first, 0) == 1
                ? $"[{string.Join(',', batch.Select((call, i) => i % 2 == 0 ? FakeNode.Error(call!, -32603, "internal error") : FakeNode.Echo(call!)))}]"
                : FakeNode.Echo(request)
        );
        await using var client = Clients.Of(node.Http);

        var results = await client.BatchAsync(Clients.Echoes(6));

        Assert.Equal(Enumerable.Range(0, 6), results.Select(result => result.Require().GetInt32()));
        Assert.Equal([6, 3], node.Received.Select(message => message.AsArray().Count));
    }

    [Fact]
    public async Task An_internal_error_that_stays_is_the_answer()
    {
        await using var node = await FakeNode.StartAsync(request => FakeNode.Error(request, -32603, "internal error"));
        await using var client = Clients.Of(node.Http);

        var error = await Assert.ThrowsAsync<RpcErrorException>(() => client.CallAsync("eth_call", []));

        Assert.Equal(-32603, error.Code);
        Assert.Equal(4, node.Received.Count);
    }

    [Fact]
    public async Task A_node_that_never_answers_is_given_up_after_the_timeout()
    {
        var time = new TestTime();
        await using var node = await FakeNode.StartAsync(
            async (_, context) =>
            {
                time.PassTimeouts();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }
        );
        await using var client = Clients.With(
            options => options with { TimeProvider = time, MaxAttempts = 2 },
            node.Http
        );

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("slow", []));

        Assert.Contains("did not answer slow in 2 tries: no answer within 86400 s", error.Message);
    }

    [Fact]
    public async Task A_cut_answer_is_asked_again()
    {
        await using var node = await FailingAsync(
            1,
            context =>
            {
                context.Response.ContentLength = 1000;
                context.Abort();
            }
        );
        await using var client = Clients.Of(node.Http);

        Assert.Equal(5, (await client.CallAsync("echo", [5])).GetInt32());
    }

    [Fact]
    public async Task A_missing_node_is_named_without_its_secrets()
    {
        var nobody = new UriBuilder(Clients.Nobody("/v3/apikey"))
        {
            UserName = "me",
            Password = "secret",
            Query = "key=1234",
        }.Uri;
        await using var client = Clients.Of(nobody);

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("eth_chainId", []));

        Assert.StartsWith($"http://127.0.0.1:{nobody.Port} did not answer eth_chainId in 4 tries: ", error.Message);
        Assert.Contains("refused", error.Message);
        foreach (var secret in new[] { "apikey", "me:", "secret", "1234", "\n" })
        {
            Assert.DoesNotContain(secret, error.Message);
        }
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_of_the_client_is_not_repeated(int status)
    {
        await using var node = await FailingAsync(9, context => context.Response.StatusCode = status);
        await using var client = Clients.Of(node.Http);

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("echo", [5]));

        Assert.Contains($"in 1 try: HTTP {status}", error.Message);
    }

    [Fact]
    public async Task An_error_object_under_a_status_of_failure_is_the_answer()
    {
        await using var node = await FakeNode.StartAsync(
            (request, context) =>
            {
                context.Response.StatusCode = 400;
                return context.Response.WriteAsync(FakeNode.Error(request, -32602, "invalid params"));
            }
        );
        await using var client = Clients.Of(node.Http);

        Assert.Equal(-32602, (await Assert.ThrowsAsync<RpcErrorException>(() => client.CallAsync("echo", []))).Code);
    }

    private static Task<FakeNode> FailingAsync(int times, Action<HttpContext> fail)
    {
        var left = times;
        return FakeNode.StartAsync(
            async (request, context) =>
            {
                if (Interlocked.Decrement(ref left) >= 0)
                {
                    context.Response.ContentType = "text/plain";
                    fail(context);
                    return;
                }

                await context.Response.WriteAsync(FakeNode.Echo(request));
            }
        );
    }
}
