using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Indexer.JsonRpc.Tests;

public sealed class WebSocketTests
{
    [Fact]
    public async Task Calls_share_a_socket_and_answers_come_in_any_order()
    {
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                var calls = new List<JsonNode>();
                while (calls.Count < 3 && await node.ReceiveAsync(socket) is { } call)
                {
                    calls.Add(call);
                }

                foreach (var call in calls.AsEnumerable().Reverse())
                {
                    await FakeNode.SendAsync(socket, FakeNode.Echo(call));
                }

                await node.ReceiveAsync(socket);
            }
        );
        await using var client = Clients.Of(node.WebSocket);

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => client.CallAsync("echo", [i])));

        Assert.Equal([0, 1, 2], results.Select(result => result.GetInt32()));
    }

    [Fact]
    public async Task Batches_and_single_calls_mix()
    {
        await using var node = await EchoAsync();
        await using var client = Clients.With(options => options with { MaxBatch = 7 }, node.WebSocket);

        var batches = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.BatchAsync(Clients.Echoes(30))));
        var single = await client.CallAsync("echo", ["one"]);

        Assert.Equal("one", single.GetString());
        Assert.All(
            await batches,
            results => Assert.Equal(Enumerable.Range(0, 30), results.Select(result => result.Require().GetInt32()))
        );
    }

    [Fact]
    public async Task A_lost_connection_is_opened_again_and_its_calls_are_repeated()
    {
        var connections = 0;
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                if (Interlocked.Increment(ref connections) == 1)
                {
                    await node.ReceiveAsync(socket);
                    await node.ReceiveAsync(socket);
                    socket.Abort();
                    return;
                }

                await AnswerAsync(node, socket);
            }
        );
        await using var client = Clients.Of(node.WebSocket);

        var results = await Task.WhenAll(client.CallAsync("echo", [1]), client.CallAsync("echo", [2]));

        Assert.Equal([1, 2], results.Select(result => result.GetInt32()));
        Assert.Equal(2, connections);
    }

    [Fact]
    public async Task A_closed_connection_is_told_with_the_reason()
    {
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                await node.ReceiveAsync(socket);
                await socket.CloseOutputAsync(
                    WebSocketCloseStatus.PolicyViolation,
                    "too greedy",
                    CancellationToken.None
                );
                await node.ReceiveAsync(socket);
            }
        );
        await using var client = Clients.Of(node.WebSocket);

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("echo", [1]));

        Assert.Contains("the connection was lost: closed by the node (PolicyViolation too greedy)", error.Message);
    }

    [Fact]
    public async Task Large_answers_arrive_in_parts()
    {
        const int size = 20_000_000;
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                while (await node.ReceiveAsync(socket) is { } call)
                {
                    await FakeNode.SendAsync(socket, FakeNode.Result(call, $"\"{new string('x', size)}\""));
                }
            }
        );
        await using var client = Clients.Of(node.WebSocket);

        Assert.Equal(size, (await client.CallAsync("big", [])).GetString()!.Length);
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_an_error_and_the_next_call_works()
    {
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                while (await node.ReceiveAsync(socket) is { } call)
                {
                    await FakeNode.SendAsync(
                        socket,
                        FakeNode.Result(call, $"\"{new string('x', (int)call["params"]![0]!)}\"")
                    );
                }
            }
        );
        await using var client = Clients.With(options => options with { MaxAnswerBytes = 100_000 }, node.WebSocket);

        var error = await Assert.ThrowsAsync<RpcErrorException>(() => client.CallAsync("big", [200_000]));
        Assert.Contains("response too large: more than 100000 bytes", error.Message);
        Assert.Equal(50_000, (await client.CallAsync("big", [50_000])).GetString()!.Length);
    }

    [Fact]
    public async Task A_batch_that_the_node_cannot_name_is_asked_one_by_one()
    {
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                while (await node.ReceiveAsync(socket) is { } call)
                {
                    await FakeNode.SendAsync(
                        socket,
                        call is JsonArray
                            ? """{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no batches"}}"""
                            : FakeNode.Echo(call)
                    );
                }
            }
        );
        await using var client = Clients.Of(node.WebSocket);

        var results = await client.BatchAsync(Clients.Echoes(5));

        Assert.Equal(Enumerable.Range(0, 5), results.Select(result => result.Require().GetInt32()));
    }

    [Fact]
    public async Task Notifications_and_answers_to_nobody_are_passed_over()
    {
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                while (await node.ReceiveAsync(socket) is { } call)
                {
                    await FakeNode.SendAsync(socket, """{"jsonrpc":"2.0","method":"eth_subscription","params":{}}""");
                    await FakeNode.SendAsync(socket, """{"jsonrpc":"2.0","id":424242,"result":1}""");
                    await FakeNode.SendAsync(socket, "17");
                    await FakeNode.SendAsync(socket, FakeNode.Echo(call));
                }
            }
        );
        await using var client = Clients.Of(node.WebSocket);

        Assert.Equal(3, (await client.CallAsync("echo", [3])).GetInt32());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_call_without_an_answer_leaves_a_socket_that_says_anything_and_replaces_a_mute_one(
        bool saysAnything,
        int expected
    )
    {
        var time = new TestTime();
        var connections = 0;
        var heard = new TaskCompletionSource();
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                Interlocked.Increment(ref connections);
                while (await node.ReceiveAsync(socket) is { } call)
                {
                    if ((string)call["method"]! == "echo")
                    {
                        await FakeNode.SendAsync(socket, FakeNode.Echo(call));
                    }
                    else
                    {
                        heard.SetResult();
                    }
                }
            }
        );
        await using var client = Clients.With(
            options => options with { TimeProvider = time, MaxAttempts = 1 },
            node.WebSocket
        );

        var silence = client.CallAsync("silence", []);
        await heard.Task;
        if (saysAnything)
        {
            Assert.Equal(3, (await client.CallAsync("echo", [3])).GetInt32());
        }

        time.PassTimeouts();

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => silence);
        Assert.Contains("no answer within", error.Message);
        Assert.Equal(4, (await client.CallAsync("echo", [4])).GetInt32());
        Assert.Equal(expected, connections);
    }

    [Fact]
    public async Task A_message_that_is_not_json_ends_the_connection_with_a_clear_error()
    {
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                await node.ReceiveAsync(socket);
                await FakeNode.SendAsync(socket, "<html>");
                await node.ReceiveAsync(socket);
            }
        );
        await using var client = Clients.Of(node.WebSocket);

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("echo", [1]));

        Assert.Contains("the answer is not JSON (it starts with '<html>')", error.Message);
    }

    [Theory]
    [InlineData(
        """[{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"what?"}}]""",
        "an answer without an id, error: none"
    )]
    [InlineData(
        """{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"what?"}}""",
        "an answer without an id, error: what?"
    )]
    public async Task An_answer_that_names_no_call_fails_the_oldest_one(string answer, string cause)
    {
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                while (await node.ReceiveAsync(socket) is not null)
                {
                    await FakeNode.SendAsync(socket, answer);
                }
            }
        );
        await using var client = Clients.Of(node.WebSocket);

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("echo", [1]));

        Assert.Contains(cause, error.Message);
    }

    [Fact]
    public async Task A_missing_node_is_told()
    {
        await using var client = Clients.Of(new UriBuilder(Clients.Nobody()) { Scheme = "ws" }.Uri);

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("echo", [1]));

        Assert.StartsWith("ws://127.0.0.1:", error.Message);
        Assert.Contains("refused", error.Message);
    }

    [Fact]
    public async Task Disposing_ends_the_calls_under_way()
    {
        var asked = new TaskCompletionSource();
        await using var node = await FakeNode.StartWebSocketAsync(
            async (node, socket) =>
            {
                await node.ReceiveAsync(socket);
                asked.TrySetResult();
                await node.ReceiveAsync(socket);
            }
        );
        var client = Clients.Of(node.WebSocket);
        var call = client.CallAsync("echo", [1]);
        await asked.Task;

        await client.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    private static Task<FakeNode> EchoAsync() => FakeNode.StartWebSocketAsync(AnswerAsync);

    private static async Task AnswerAsync(FakeNode node, WebSocket socket)
    {
        while (await node.ReceiveAsync(socket) is { } call)
        {
            await FakeNode.SendAsync(socket, FakeNode.Echo(call));
        }
    }
}
