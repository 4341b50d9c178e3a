using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Indexer.JsonRpc;

/// <summary>
/// The client over HTTP and WebSocket endpoints. Lost connections, timeouts, HTTP 408, 429 and 5xx, rate limits and passing
/// errors of nodes are tried again, at another endpoint at once, else after a growing, spread wait or the <c>Retry-After</c>
/// of the endpoint. All methods may be called from many threads.
/// </summary>
public sealed class RpcClient : IRpcClient
{
    private readonly EndpointPool pool;
    private readonly ResiliencePipeline pipeline;
    private readonly ILogger logger;
    private long lastId;

    private RpcClient(RpcClientOptions options, ILogger logger)
    {
        this.logger = logger;
        pool = new EndpointPool([.. options.Endpoints.Select(endpoint => Open(endpoint, options, logger))]);
        pipeline = BuildPipeline(options);
    }

    /// <summary>Makes a client; connections are opened by the first call.</summary>
    /// <param name="options">Where and how to ask.</param>
    /// <param name="loggerFactory">Where failed tries are told.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static RpcClient Create(RpcClientOptions options, ILoggerFactory loggerFactory)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException($"JSON-RPC client: {problem}.", nameof(options));
        }

        return new RpcClient(options, loggerFactory.CreateLogger<RpcClient>());
    }

    /// <inheritdoc />
    public async Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    )
    {
        var results = await BatchAsync([new RpcRequest(method, parameters)], cancellationToken);
        return results[0].Require();
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    )
    {
        if (requests.Count == 0)
        {
            return [];
        }

        var call = new RpcCall(requests, pool, TakeIds);
        try
        {
            await pipeline.ExecuteAsync(
                static async (call, token) => await call.AttemptAsync(token),
                call,
                cancellationToken
            );
        }
        catch (EndpointFailureException failure)
        {
            if (!call.IsAnswered)
            {
                throw Unavailable(call, failure);
            }
        }

        return call.Results;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => pool.DisposeAsync();

    private static RpcEndpoint Open(Endpoint endpoint, RpcClientOptions options, ILogger logger)
    {
        IRpcTransport transport = endpoint.Scheme is "ws" or "wss"
            ? new WebSocketTransport(endpoint, options, logger)
            : new HttpTransport(endpoint, options);
        return new RpcEndpoint(endpoint, transport, options);
    }

    private long TakeIds(int count) => Interlocked.Add(ref lastId, count) - count + 1;

    private RpcUnavailableException Unavailable(RpcCall call, EndpointFailureException failure)
    {
        var tries = call.Attempts == 1 ? "1 try" : $"{call.Attempts} tries";
        var others = pool.Count == 1 ? "" : $", the last of {pool.Count} endpoints,";
        return new RpcUnavailableException(
            $"{failure.Endpoint!.Name}{others} did not answer {call.Method} in {tries}: {failure.Message}",
            failure
        );
    }

    private ResiliencePipeline BuildPipeline(RpcClientOptions options)
    {
        if (options.MaxAttempts == 1)
        {
            return ResiliencePipeline.Empty;
        }

        return new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = options.MaxAttempts - 1,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.RetryDelay,
                    MaxDelay = options.MaxRetryDelay,
                    ShouldHandle = ShouldRetry,
                    DelayGenerator = Wait,
                    OnRetry = Tell,
                }
            )
            .Build();
    }

    private ValueTask<bool> ShouldRetry(RetryPredicateArguments<object> args) =>
        ValueTask.FromResult(
            args.Outcome.Exception is EndpointFailureException failure && (failure.Retryable || pool.HasReady)
        );

    private ValueTask<TimeSpan?> Wait(RetryDelayGeneratorArguments<object> args)
    {
        var failure = (EndpointFailureException)args.Outcome.Exception!;
        var another = failure.Endpoint!.IsResting && pool.HasReady;
        return ValueTask.FromResult(another ? TimeSpan.Zero : failure.RetryAfter);
    }

    private ValueTask Tell(OnRetryArguments<object> args)
    {
        var failure = (EndpointFailureException)args.Outcome.Exception!;
        logger.LogWarning(
            "{Endpoint}: {Cause}; trying again in {Wait} ms",
            failure.Endpoint!.Name,
            failure.Message,
            (long)args.RetryDelay.TotalMilliseconds
        );
        return ValueTask.CompletedTask;
    }
}
