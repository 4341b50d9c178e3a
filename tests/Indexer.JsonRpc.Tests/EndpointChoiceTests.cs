using System.Text.Json;
using System.Text.Json.Nodes;

namespace Indexer.JsonRpc.Tests;

/// <summary>Several endpoints that answer, each in its own way.</summary>
public sealed class EndpointChoiceTests
{
    [Theory]
    [InlineData(4444, "pruned history unavailable")]
    [InlineData(-32000, "missing trie node 12 (path )")]
    [InlineData(-32000, "header not found")]
    [InlineData(-32601, "no such method")]
    [InlineData(-32099, "computer says no")]
    public async Task What_one_endpoint_lacks_another_is_asked_for_at_once(int code, string message)
    {
        var time = new TestTime();
        await using var first = await FakeNode.StartAsync(request => Failing(request, code, message));
        await using var second = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.With(options => options with { TimeProvider = time }, first.Http, second.Http);

        var answers = await client.BatchAsync(Clients.Echoes(3));

        Assert.Equal([0, 1, 2], answers.Select(answer => answer.Require().GetInt32()));
        Assert.Empty(time.Waits);
        Assert.False(client.Endpoints[0].Trouble is not null, "it is well, it lacks something");
    }

    [Fact]
    public async Task What_all_endpoints_lack_is_the_answer_of_the_last()
    {
        await using var first = await FakeNode.StartAsync(request => Failing(request, -32000, "header not found"));
        await using var second = await FakeNode.StartAsync(request => Failing(request, 4444, "pruned"));
        await using var client = Clients.Of(first.Http, second.Http);

        var error = await Assert.ThrowsAsync<RpcErrorException>(() => client.CallAsync("echo", [1]));

        Assert.Equal((4444, FailureKind.OtherEndpoint), (error.Code, error.Kind));
        Assert.Equal((1, 1), (first.Received.Count, second.Received.Count));
    }

    [Fact]
    public async Task A_height_that_an_endpoint_has_pruned_is_not_asked_of_it_again()
    {
        await using var first = await FakeNode.StartAsync(request =>
            (int)request["params"]![0]! < 50 ? FakeNode.Error(request, 4444, "pruned") : FakeNode.Echo(request)
        );
        await using var second = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.Of(first.Http, second.Http);

        await AskAsync(40);
        await AskAsync(30);
        await AskAsync(40);
        await AskAsync(60);

        Assert.Equal([40, 60], first.Received.Select(call => (int)call["params"]![0]!));
        Assert.Equal([40, 30, 40], second.Received.Select(call => (int)call["params"]![0]!));

        async Task AskAsync(int height) =>
            Assert.Equal(
                height,
                await client.AskAsync(
                    new RpcNeed(height, height),
                    async (node, token) => (await node.CallAsync("echo", [height], token)).GetInt32(),
                    CancellationToken.None
                )
            );
    }

    [Fact]
    public async Task A_question_of_several_calls_stays_at_one_endpoint_and_moves_as_a_whole()
    {
        var asked = 0;
        await using var first = await FakeNode.StartAsync(request =>
            Interlocked.Increment(ref asked) > 2
                ? FakeNode.Error(request, -32000, "header not found")
                : FakeNode.Echo(request)
        );
        await using var second = await FakeNode.StartAsync(FakeNode.Echo);
        await using var client = Clients.Of(first.Http, second.Http);

        var endpoints = await client.AskAsync<IReadOnlyList<string>>(
            default,
            async (node, token) =>
            {
                var names = new List<string>();
                for (var i = 0; i < 4; i++)
                {
                    await node.CallAsync("echo", [i], token);
                    names.Add(node.Endpoint);
                }

                return names;
            },
            CancellationToken.None
        );

        Assert.Equal(4, endpoints.Count);
        Assert.All(endpoints, name => Assert.Equal(new Endpoint(second.Http).Name, name));
        Assert.Equal([0, 1, 2, 3], second.Received.Select(call => (int)call["params"]![0]!));
    }

    [Fact]
    public async Task An_endpoint_that_is_behind_is_followed_no_more_but_asked_for_what_it_has()
    {
        await using var chains = await TwoChains.StartAsync(new(Head: 10), new(Head: 30));

        Assert.Equal(30, await chains.LookAsync());
        Assert.Equal([10L, 30L], chains.Client.Endpoints.Select(endpoint => endpoint.Head));
        Assert.Equal(["20 blocks behind", null], chains.Client.Endpoints.Select(endpoint => endpoint.Trouble));
        Assert.Equal(chains.Name(0), await chains.WhoAnswersAsync(9));
        Assert.Equal(chains.Name(1), await chains.WhoAnswersAsync(11));

        chains.Nodes[0] = new(Head: 40);
        Assert.Equal(40, await chains.LookAsync());
        Assert.Equal(["10 blocks behind"], chains.Client.Endpoints.Skip(1).Select(endpoint => endpoint.Trouble));
    }

    [Theory]
    [InlineData(1, "x", "serves another chain")]
    [InlineData(0, "y", "has another block 8 than was final before")]
    public async Task An_endpoint_with_another_chain_is_not_asked_whatever_it_has(
        int chain,
        string salt,
        string trouble
    )
    {
        await using var chains = await TwoChains.StartAsync(new(Head: 10), new(Head: 9));
        Assert.Equal(10, await chains.LookAsync());

        chains.Nodes[1] = new(Head: 50, chain, salt);
        Assert.Equal(10, await chains.LookAsync());
        Assert.Equal(trouble, chains.Client.Endpoints[1].Trouble);
        Assert.Equal(chains.Name(0), await chains.WhoAnswersAsync(40));

        chains.Nodes[1] = new(Head: 50);
        Assert.Equal(50, await chains.LookAsync());
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_delays_nobody()
    {
        await using var chains = await TwoChains.StartAsync(new(Head: 10), new(Head: 30, Mute: true));

        Assert.Equal(10, await chains.LookAsync());
        Assert.Equal("does not answer", chains.Client.Endpoints[1].Trouble);
    }

    private static string Failing(JsonNode request, int code, string message) =>
        request is JsonArray batch
            ? $"[{string.Join(',', batch.Select(call => FakeNode.Error(call!, code, message)))}]"
            : FakeNode.Error(request, code, message);

    private sealed record Chain(int Head, int Id = 0, string Salt = "x", bool Mute = false);

    /// <summary>Two nodes that tell their chain id, their head, and the hashes of their blocks.</summary>
    private sealed class TwoChains : IAsyncDisposable
    {
        private readonly List<FakeNode> servers = [];
        private HeadWatch<long> watch = null!;

        public List<Chain> Nodes { get; } = [];

        public RpcClient Client { get; private set; } = null!;

        public static async Task<TwoChains> StartAsync(params Chain[] nodes)
        {
            var chains = new TwoChains();
            foreach (var (index, node) in nodes.Index())
            {
                chains.Nodes.Add(node);
                chains.servers.Add(
                    await FakeNode.StartAsync(
                        async (request, context) =>
                        {
                            if (chains.Nodes[index].Mute)
                            {
                                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
                            }

                            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                                context.Response,
                                Answer(chains.Nodes[index], request)
                            );
                        }
                    )
                );
            }

            // Real time: how long the others are waited for is a matter of the clock.
            chains.Client = Clients.With(
                options =>
                    options with
                    {
                        TimeProvider = TimeProvider.System,
                        RetryDelay = TimeSpan.FromMinutes(1),
                        MaxRetryDelay = TimeSpan.FromMinutes(1),
                    },
                [.. chains.servers.Select(server => server.Http)]
            );
            chains.watch = new HeadWatch<long>(
                chains.Client,
                async (node, token) =>
                {
                    var head = await node.CallAsync("head", [], token);
                    var (chain, height) = ((byte)head[0].GetInt32(), head[1].GetInt64());
                    return new ChainLook<long>(
                        height,
                        [chain],
                        height,
                        height - 2,
                        Hash(await HashAsync(node, height - 2, token))
                    );
                },
                async (node, height, token) => Hash(await HashAsync(node, height, token))
            );
            return chains;
        }

        public string Name(int index) => new Endpoint(servers[index].Http).Name;

        public Task<long> LookAsync() => watch.LookAsync(CancellationToken.None);

        public Task<string> WhoAnswersAsync(long height) =>
            Client.AskAsync(
                new RpcNeed(height, height),
                async (node, token) =>
                {
                    await HashAsync(node, height, token);
                    return node.Endpoint;
                },
                CancellationToken.None
            );

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }

        private static Task<JsonElement> HashAsync(IRpcClient node, long height, CancellationToken cancellationToken) =>
            node.CallAsync("hash", [height], cancellationToken);

        private static byte[] Hash(JsonElement hash) => System.Text.Encoding.UTF8.GetBytes(hash.GetString()!);

        private static string Answer(Chain chain, JsonNode request) =>
            (string)request["method"]! == "head"
                ? FakeNode.Result(request, $"[{chain.Id},{chain.Head}]")
                : FakeNode.Result(request, $"\"{chain.Salt}{request["params"]![0]}\"");
    }
}
