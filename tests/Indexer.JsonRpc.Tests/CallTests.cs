using System.Text.Json;

namespace Indexer.JsonRpc.Tests;

public sealed class CallTests
{
    [Fact]
    public async Task A_call_carries_its_parameters_and_gives_the_result()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.Of(node.Http);

        var result = await client.CallAsync(
            "echo",
            [new Dictionary<string, object> { ["a"] = new[] { "x" } }, true, null, 5L]
        );

        Assert.Equal("x", result.GetProperty("a")[0].GetString());
        var sent = Assert.Single(node.Received);
        Assert.Equal("""[{"a":["x"]},true,null,5]""", sent["params"]!.ToJsonString());
        Assert.Equal("2.0", (string?)sent["jsonrpc"]);
        Assert.Equal("echo", (string?)sent["method"]);
    }

    [Fact]
    public async Task A_null_result_is_a_value()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.Of(node.Http);

        Assert.Equal(JsonValueKind.Null, (await client.CallAsync("echo", [null])).ValueKind);
    }

    [Fact]
    public async Task An_error_of_the_node_is_final_and_asked_once()
    {
        await using var node = await FakeNode.StartAsync(request =>
            FakeNode.Error(request, -32601, "no such\n method")
        );
        await using var client = Clients.Of(node.Http);

        var error = await Assert.ThrowsAsync<RpcErrorException>(() => client.CallAsync("nope", []));

        Assert.Equal((-32601, "no such method", "nope"), (error.Code, error.NodeMessage, error.Method));
        Assert.Single(node.Received);
    }

    [Fact]
    public async Task Compressed_answers_are_asked_for_and_read()
    {
        await using var node = await FakeNode.StartAsync(
            (request, context) => FakeNode.WriteGzipAsync(context, FakeNode.Result(request, "\"small\""))
        );
        await using var client = Clients.Of(node.Http);

        Assert.Equal("small", (await client.CallAsync("any", [])).GetString());
        Assert.Contains("gzip", node.Headers.Single().AcceptEncoding);
    }

    [Fact]
    public async Task The_user_part_of_an_endpoint_becomes_basic_authentication()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.Of(new UriBuilder(node.Http) { UserName = "me", Password = "p%40ss" }.Uri);

        await client.CallAsync("echo", [1]);

        Assert.Equal("Basic " + Convert.ToBase64String("me:p@ss"u8), node.Headers.Single().Authorization);
    }

    [Fact]
    public async Task A_withdrawn_call_ends_at_once_and_is_not_asked_again()
    {
        using var withdraw = new CancellationTokenSource();
        await using var node = await FakeNode.StartAsync(
            async (_, context) =>
            {
                await withdraw.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }
        );
        await using var client = Clients.Of(node.Http);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CallAsync("slow", [], withdraw.Token));
        Assert.Single(node.Received);
    }

    [Theory]
    [InlineData("<html>502</html>", "not JSON")]
    [InlineData("", "not JSON")]
    [InlineData("""{"jsonrpc":"2.0","id":99,"result":1}""", "id 99, which was not asked")]
    [InlineData("""{"jsonrpc":"2.0","id":"1","result":1}""", "which was not asked")]
    [InlineData("""{"jsonrpc":"2.0","result":1}""", "without an id")]
    [InlineData("""{"jsonrpc":"2.0","id":ID}""", "neither result nor error")]
    [InlineData("[]", "not a JSON-RPC response")]
    [InlineData("7", "not a JSON-RPC response")]
    public async Task An_answer_that_is_no_response_is_told_after_the_last_try(string answer, string cause)
    {
        await using var node = await FakeNode.StartAsync(request =>
            answer.Replace("ID", request["id"]!.ToJsonString())
        );
        await using var client = Clients.Of(node.Http);

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.CallAsync("eth_chainId", []));

        Assert.StartsWith($"http://127.0.0.1:{node.Http.Port} did not answer eth_chainId in 4 tries: ", error.Message);
        Assert.Contains(cause, error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(4, node.Received.Count);
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_an_error_of_the_call()
    {
        await using var node = await FakeNode.StartAsync(request =>
            FakeNode.Result(request, $"\"{new string('x', 5000)}\"")
        );
        await using var client = Clients.With(options => options with { MaxAnswerBytes = 4096 }, node.Http);

        var error = await Assert.ThrowsAsync<RpcErrorException>(() => client.CallAsync("big", []));

        Assert.Contains("response too large: more than 4096 bytes", error.Message);
        Assert.Single(node.Received);
    }

    [Fact]
    public async Task A_compressed_answer_is_measured_unpacked()
    {
        await using var node = await FakeNode.StartAsync(
            (request, context) =>
                FakeNode.WriteGzipAsync(context, FakeNode.Result(request, $"\"{new string('x', 5_000_000)}\""))
        );
        await using var client = Clients.With(options => options with { MaxAnswerBytes = 1_000_000 }, node.Http);

        await Assert.ThrowsAsync<RpcErrorException>(() => client.CallAsync("bomb", []));
    }

    [Fact]
    public void Options_that_cannot_work_are_refused_by_name()
    {
        var good = new Uri("http://127.0.0.1:1");
        Refused("no endpoint", options => options);
        Refused("ftp://127.0.0.1", options => options, new Uri("ftp://me:secret@127.0.0.1/x"));
        Refused("batch size", options => options with { MaxBatch = 0 }, good);
        Refused("concurrency", options => options with { MaxConcurrency = 0 }, good);
        Refused("attempts", options => options with { MaxAttempts = 0 }, good);
        Refused("timeout", options => options with { CallTimeout = TimeSpan.Zero }, good);
        Refused("delays", options => options with { MaxRetryDelay = TimeSpan.Zero }, good);
        Refused("largest answer", options => options with { MaxAnswerBytes = 0 }, good);

        static void Refused(string part, Func<RpcClientOptions, RpcClientOptions> change, params Uri[] endpoints)
        {
            var error = Assert.Throws<ArgumentException>(() => Clients.With(change, endpoints));
            Assert.Contains(part, error.Message);
            Assert.DoesNotContain("secret", error.Message);
        }
    }
}
