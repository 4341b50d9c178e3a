using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Indexer.JsonRpc.Tests;

public sealed class FailoverTests
{
    [Fact]
    public async Task The_next_endpoint_answers_at_once_when_the_first_is_down()
    {
        var time = new TestTime();
        await using var second = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.With(
            options => options with { TimeProvider = time },
            Clients.Nobody(),
            second.Http
        );

        Assert.Equal(5, (await client.CallAsync("echo", [5])).GetInt32());
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_the_client_is_replaced_by_another()
    {
        await using var first = await FakeNode.StartAsync(
            (_, context) =>
            {
                context.Response.StatusCode = 401;
                return Task.CompletedTask;
            }
        );
        await using var second = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.Of(first.Http, second.Http);

        Assert.Equal(5, (await client.CallAsync("echo", [5])).GetInt32());
    }

    [Fact]
    public async Task Calls_one_after_the_other_stay_at_the_preferred_endpoint()
    {
        await using var first = await FakeNode.StartAsync(FakeNode.Echo);
        await using var second = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.Of(first.Http, second.Http);

        for (var i = 0; i < 5; i++)
        {
            await client.CallAsync("echo", [i]);
        }

        Assert.Equal((5, 0), (first.Received.Count, second.Received.Count));
    }

    [Fact]
    public async Task Concurrent_calls_are_spread_over_the_endpoints()
    {
        var bothAsked = new TaskCompletionSource();
        var asked = 0;
        Func<JsonNode, HttpContext, Task> answer = async (request, context) =>
        {
            if (Interlocked.Increment(ref asked) == 2)
            {
                bothAsked.SetResult();
            }

            await bothAsked.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync(FakeNode.Echo(request));
        };
        await using var first = await FakeNode.StartAsync(answer);
        await using var second = await FakeNode.StartAsync(answer);
        await using var client = Clients.Of(first.Http, second.Http);

        await Task.WhenAll(client.CallAsync("echo", [1]), client.CallAsync("echo", [2]));

        Assert.Equal((1, 1), (first.Received.Count, second.Received.Count));
    }

    [Fact]
    public async Task A_batch_that_moves_to_another_endpoint_is_answered_by_it_alone()
    {
        await using var first = await FakeNode.StartAsync(
            async (request, context) =>
            {
                var dies = request.AsArray().Any(call => (int)call!["params"]![0]! == 5);
                context.Response.StatusCode = dies ? 500 : 200;
                context.Response.ContentType = "text/plain";
                await context.Response.WriteAsync(
                    dies ? "" : FakeNode.Echo(request).Replace("\"result\":", "\"result\":100")
                );
            }
        );
        await using var second = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.With(options => options with { MaxBatch = 2 }, first.Http, second.Http);

        var results = await client.BatchAsync(Clients.Echoes(6));

        Assert.Equal(Enumerable.Range(0, 6), results.Select(result => result.Require().GetInt32()));
    }

    [Fact]
    public async Task With_all_endpoints_down_the_last_failure_is_told()
    {
        await using var client = Clients.Of(Clients.Nobody(), Clients.Nobody());

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("eth_chainId", []));

        Assert.Contains(", the last of 2 endpoints, did not answer eth_chainId in 4 tries: ", error.Message);
    }
}
