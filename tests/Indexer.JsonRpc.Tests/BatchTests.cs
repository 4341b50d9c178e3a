using System.Text.Json.Nodes;
using FsCheck.Fluent;

namespace Indexer.JsonRpc.Tests;

public sealed class BatchTests
{
    [Fact]
    public async Task Answers_in_any_order_go_to_their_calls()
    {
        await using var node = await FakeNode.StartAsync(request =>
            FakeNode.Echo(new JsonArray([.. request.AsArray().Reverse().Select(call => call!.DeepClone())]))
        );
        await using var client = Clients.Of(node.Http);

        var results = await client.BatchAsync(Clients.Echoes(10));

        Assert.Equal(Enumerable.Range(0, 10), results.Select(result => result.Require().GetInt32()));
    }

    [Fact]
    public async Task A_batch_is_split_to_what_an_endpoint_takes()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.With(options => options with { MaxBatch = 4 }, node.Http);

        var results = await client.BatchAsync(Clients.Echoes(9));

        Assert.Equal(Enumerable.Range(0, 9), results.Select(result => result.Require().GetInt32()));
        Assert.Equal([1, 4, 4], node.Received.Select(message => (message as JsonArray)?.Count ?? 1).Order());
    }

    [Fact]
    public async Task No_calls_need_no_node()
    {
        await using var client = Clients.Of(Clients.Nobody());

        Assert.Empty(await client.BatchAsync([]));
    }

    [Fact]
    public async Task An_error_of_one_call_leaves_the_others()
    {
        await using var node = await FakeNode.StartAsync(request =>
            $"[{FakeNode.Result(request[0]!, "1")},{FakeNode.Error(request[1]!, 3, "execution reverted")},{FakeNode.Result(request[2]!, "3")}]"
        );
        await using var client = Clients.Of(node.Http);

        var results = await client.BatchAsync(Clients.Echoes(3));

        Assert.Equal(1, results[0].Require().GetInt32());
        Assert.Equal(3, Assert.Throws<RpcErrorException>(() => results[1].Require()).Code);
        Assert.Equal(3, results[2].Require().GetInt32());
    }

    [Theory]
    [InlineData(-32600, "batch requests are not supported")]
    [InlineData(-32005, "Batched requests are not supported by this server")]
    public async Task A_node_that_refuses_batches_is_asked_one_by_one_from_then_on(int code, string message)
    {
        await using var node = await FakeNode.StartAsync(request =>
            request is JsonArray
                ? $$"""{"jsonrpc":"2.0","id":null,"error":{"code":{{code}},"message":"{{message}}"} }"""
                : FakeNode.Echo(request)
        );
        await using var client = Clients.Of(node.Http);

        var results = await client.BatchAsync(Clients.Echoes(7));
        Assert.Equal(Enumerable.Range(0, 7), results.Select(result => result.Require().GetInt32()));
        var before = node.Received.Count;
        await client.BatchAsync(Clients.Echoes(7));

        Assert.Equal(7, node.Received.Count - before);
    }

    [Fact]
    public async Task A_node_that_takes_small_bodies_only_is_asked_in_small_batches()
    {
        await using var node = await FakeNode.StartAsync(
            async (request, context) =>
            {
                context.Response.StatusCode = request is JsonArray { Count: > 5 } ? 413 : 200;
                if (context.Response.StatusCode == 200)
                {
                    await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                        context.Response,
                        FakeNode.Echo(request)
                    );
                }
            }
        );
        await using var client = Clients.Of(node.Http);

        var results = await client.BatchAsync(Clients.Echoes(40));

        Assert.Equal(Enumerable.Range(0, 40), results.Select(result => result.Require().GetInt32()));
    }

    [Fact]
    public async Task A_batch_with_too_large_an_answer_is_asked_in_parts()
    {
        await using var node = await FakeNode.StartAsync(request =>
            request is JsonArray batch
                ? $"[{string.Join(',', batch.Select(call => FakeNode.Result(call!, $"\"{new string('x', 1000)}\"")))}]"
                : FakeNode.Result(request, $"\"{new string('x', 1000)}\"")
        );
        await using var client = Clients.With(options => options with { MaxAnswerBytes = 3500 }, node.Http);

        var results = await client.BatchAsync(Clients.Echoes(10));

        Assert.All(results, result => Assert.Equal(1000, result.Require().GetString()!.Length));
    }

    [Theory]
    [InlineData("""[{"id":FIRST,"result":1}]""", "lacks id")]
    [InlineData("""[{"id":FIRST,"result":1},{"id":FIRST,"result":2}]""", "twice")]
    [InlineData("""[{"id":FIRST,"result":1},{"id":12345,"result":2}]""", "id 12345, which was not asked")]
    [InlineData("""[{"id":FIRST,"result":1},{"result":2}]""", "without an id")]
    [InlineData("""[{"id":FIRST,"result":1},null]""", "without an id")]
    [InlineData("""{"id":FIRST,"result":1}""", "single response")]
    public async Task An_answer_that_does_not_fit_the_batch_is_told(string answer, string cause)
    {
        await using var node = await FakeNode.StartAsync(request =>
            answer.Replace("FIRST", request[0]!["id"]!.ToJsonString())
        );
        await using var client = Clients.Of(node.Http);

        var error = await Assert.ThrowsAsync<RpcUnavailableException>(() => client.BatchAsync(Clients.Echoes(2)));

        Assert.Contains(cause, error.Message);
        Assert.Contains("echo (batch of 2)", error.Message);
    }

    [Fact]
    public async Task Any_batch_through_any_order_of_answers_and_errors_keeps_its_order()
    {
        await using var node = await FakeNode.StartAsync(request =>
        {
            var calls = (request as JsonArray)?.Select(call => call!).ToArray() ?? [request];
            var answers = calls
                .OrderBy(call => (int)call["params"]![1]!)
                .Select(call => (bool)call["params"]![2]! ? FakeNode.Error(call, 3, "no") : FakeNode.Echo(call));
            return request is JsonArray ? $"[{string.Join(',', answers)}]" : answers.Single();
        });
        var cases =
            from batch in ArbMap.Default.GeneratorFor<(int Order, bool Fails)[]>()
            from size in Gen.Choose(1, 9)
            select (batch, size);
        foreach (var (batch, size) in cases.Sample(30, 100))
        {
            await using var client = Clients.With(options => options with { MaxBatch = size }, node.Http);
            var requests = batch.Select((call, i) => new RpcRequest("echo", i, call.Order, call.Fails)).ToList();

            var results = await client.BatchAsync(requests);

            Assert.Equal(
                batch.Select((call, i) => call.Fails ? (3, 0) : (0, i)),
                results.Select(result => result.Error is { } error ? (error.Code, 0) : (0, result.Value.GetInt32()))
            );
        }
    }
}
