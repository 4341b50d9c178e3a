using Polly;
using Polly.Retry;

namespace Indexer.JsonRpc;

/// <summary>
/// Puts questions that take several calls: each whole question to one endpoint, then to the others, and after a growing wait all
/// over again. Nodes behind a load balancer, and nodes that switch forks, come to agree with themselves.
/// </summary>
public sealed class ConsistentQuestions
{
    private readonly IRpcClient rpc;
    private readonly ResiliencePipeline pipeline;

    /// <summary>Questions to the endpoints of a client.</summary>
    /// <param name="rpc">The client.</param>
    /// <param name="attempts">How often all endpoints are asked before the failure is thrown.</param>
    /// <param name="delay">The first wait between; it doubles each time.</param>
    /// <param name="timeProvider">The clock of the waits.</param>
    public ConsistentQuestions(IRpcClient rpc, int attempts, TimeSpan delay, TimeProvider timeProvider)
    {
        this.rpc = rpc;
        pipeline =
            attempts <= 1
                ? ResiliencePipeline.Empty
                : new ResiliencePipelineBuilder { TimeProvider = timeProvider }
                    .AddRetry(
                        new RetryStrategyOptions
                        {
                            ShouldHandle = args =>
                                ValueTask.FromResult(
                                    args.Outcome.Exception is SourceFailureException { Kind: FailureKind.OtherEndpoint }
                                ),
                            MaxRetryAttempts = attempts - 1,
                            BackoffType = DelayBackoffType.Exponential,
                            Delay = delay,
                        }
                    )
                    .Build();
    }

    /// <summary>Puts a question until its answers hold together.</summary>
    /// <param name="need">What part of the chain it needs.</param>
    /// <param name="question">Asks through the client that it is given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SourceFailureException">No endpoint answered it well in any attempt.</exception>
    public Task<T> AskAsync<T>(
        RpcNeed need,
        Func<IRpcClient, CancellationToken, Task<T>> question,
        CancellationToken cancellationToken
    ) => RunAsync(token => rpc.AskAsync(need, question, token), cancellationToken);

    /// <summary>Repeats what may ask several endpoints by itself.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SourceFailureException">It failed in every attempt.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(static async (work, token) => await work(token), work, cancellationToken);
}
