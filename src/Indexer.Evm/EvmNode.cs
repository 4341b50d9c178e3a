using System.Text.Json;
using Indexer.JsonRpc;
using Polly;
using Polly.Retry;

namespace Indexer.Evm;

/// <summary>Asks the nodes of a chain, and asks again when the answers contradict each other.</summary>
internal sealed class EvmNode
{
    private readonly IRpcClient rpc;
    private readonly ResiliencePipeline pipeline;

    public EvmNode(IRpcClient rpc, EvmOptions options)
    {
        this.rpc = rpc;
        pipeline =
            options.ConsistencyAttempts <= 1
                ? ResiliencePipeline.Empty
                : new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
                    .AddRetry(
                        new RetryStrategyOptions
                        {
                            ShouldHandle = new PredicateBuilder().Handle<EvmNodeException>(),
                            MaxRetryAttempts = options.ConsistencyAttempts - 1,
                            BackoffType = DelayBackoffType.Exponential,
                            Delay = options.ConsistencyDelay,
                        }
                    )
                    .Build();
    }

    /// <summary>Runs a question until its answers hold together.</summary>
    /// <exception cref="EvmNodeException">They did not in any attempt.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(
            static async (question, token) => await question(token),
            question,
            cancellationToken
        );

    /// <summary>One batch, all at one endpoint.</summary>
    public Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken
    ) => rpc.BatchAsync(requests, cancellationToken);

    /// <summary>One call.</summary>
    public Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken
    ) => rpc.CallAsync(method, parameters, cancellationToken);

    /// <summary>The question for one header.</summary>
    public static RpcRequest HeaderRequest(string heightOrTag) => new("eth_getBlockByNumber", heightOrTag, false);

    /// <summary>The headers of some heights, in one batch.</summary>
    public async Task<IReadOnlyList<EvmHeader>> HeadersAsync(
        IReadOnlyList<long> heights,
        CancellationToken cancellationToken
    )
    {
        var requests = heights.Select(height => HeaderRequest(LogFilterQuery.Quantity(height))).ToList();
        var answers = await BatchAsync(requests, cancellationToken);
        return [.. answers.Zip(heights, (answer, height) => EvmHeader.Read(answer.Require(), height))];
    }
}
