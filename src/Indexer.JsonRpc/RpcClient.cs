using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Indexer.JsonRpc;

/// <summary>
/// The client over HTTP and WebSocket endpoints. Lost connections, timeouts, HTTP 408, 429 and 5xx, rate limits and passing
/// errors of nodes are tried again, at another endpoint at once, else after a growing, spread wait or the <c>Retry-After</c>
/// of the endpoint. What one endpoint lacks another one is asked for. All methods may be called from many threads.
/// </summary>
public sealed class RpcClient : IRpcClient
{
    private readonly RpcClientOptions options;
    private readonly EndpointPool pool;
    private readonly ResiliencePipeline pipeline;
    private readonly ILogger logger;
    private long lastId;

    private RpcClient(RpcClientOptions options, ILogger logger)
    {
        (this.options, this.logger) = (options, logger);
        pool = new EndpointPool([.. options.Endpoints.Select(endpoint => Open(endpoint, options, logger))]);
        pipeline = BuildPipeline();
    }

    /// <inheritdoc />
    public IReadOnlyList<EndpointStatus> Endpoints => [.. pool.All.Select(endpoint => endpoint.Status)];

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

        IReadOnlyList<RpcResult>? answers = null;
        try
        {
            return await AskAsync(default, AskThemAsync, cancellationToken);
        }
        catch (RpcErrorException) when (answers is not null)
        {
            return answers;
        }

        async Task<IReadOnlyList<RpcResult>> AskThemAsync(IRpcClient lane, CancellationToken token)
        {
            answers = await lane.BatchAsync(requests, token);
            var lacking = answers.FirstOrDefault(answer =>
                answer.Error is { Kind: FailureKind.OtherEndpoint or FailureKind.Waiting }
            );
            return lacking.Error is { } error ? throw error : answers;
        }
    }

    /// <inheritdoc />
    public async Task<T> AskAsync<T>(
        RpcNeed need,
        Func<IRpcClient, CancellationToken, Task<T>> question,
        CancellationToken cancellationToken = default
    )
    {
        var scope = new RpcScope(need);
        while (true)
        {
            var endpoint = pool.Choose(scope);
            try
            {
                return await question(new RpcLane(this, endpoint, scope), cancellationToken);
            }
            catch (SourceFailureException failure) when (failure.Kind != FailureKind.Final)
            {
                if (failure is not RpcUnavailableException)
                {
                    scope.Avoid(endpoint);
                }

                if (
                    !pool.HasOther(endpoint, scope)
                    || scope.Failures >= options.MaxAttempts
                    || ++scope.Moves > options.MaxAttempts
                )
                {
                    throw;
                }

                logger.LogInformation("{Cause}; asking another endpoint", failure.Message);
            }
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<EndpointAnswer<T>>> AskEachAsync<T>(
        Func<IRpcClient, CancellationToken, Task<T>> question,
        CancellationToken cancellationToken = default
    )
    {
        var each = new EveryEndpoint<T>(pool, options, endpoint => new RpcLane(this, endpoint, new RpcScope(default)));
        var answers = pool.All.Count == 1 ? [] : await each.AskAsync(question, cancellationToken);
        if (answers.Count > 0)
        {
            return answers;
        }

        // None answered at the first try, or there is but one: with all the patience that one call has.
        return await AskAsync<IReadOnlyList<EndpointAnswer<T>>>(
            default,
            async (lane, token) =>
                [new EndpointAnswer<T>(((RpcLane)lane).IndexIn(pool), lane.Endpoint, await question(lane, token))],
            cancellationToken
        );
    }

    /// <inheritdoc />
    public void See(int index, EndpointView view) => pool.All[index].View = view;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => pool.DisposeAsync();

    /// <summary>Asks one endpoint, again and again as long as no other one could be asked instead.</summary>
    internal async Task<IReadOnlyList<RpcResult>> BatchAtAsync(
        RpcEndpoint endpoint,
        RpcScope scope,
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken
    )
    {
        if (requests.Count == 0)
        {
            return [];
        }

        var call = new RpcCall(requests, endpoint, scope, TakeIds);
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
        var tries = call.Scope.Failures == 1 ? "1 try" : $"{call.Scope.Failures} tries";
        var others = pool.All.Count == 1 ? "" : $", the last of {pool.All.Count} endpoints,";
        return new RpcUnavailableException(
            $"{call.Endpoint.Name}{others} did not answer {call.Method} in {tries}: {failure.Message}",
            failure
        );
    }

    private ResiliencePipeline BuildPipeline()
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
                    ShouldHandle = args => ValueTask.FromResult(ShouldRetry(args.Outcome.Exception)),
                    DelayGenerator = args =>
                        ValueTask.FromResult((args.Outcome.Exception as EndpointFailureException)?.RetryAfter),
                    OnRetry = Tell,
                }
            )
            .Build();
    }

    private bool ShouldRetry(Exception? exception) =>
        exception is EndpointFailureException { Retryable: true, Call: { } call }
        && call.Scope.Failures < options.MaxAttempts
        && !pool.HasOther(call.Endpoint, call.Scope);

    private ValueTask Tell(OnRetryArguments<object> args)
    {
        var failure = (EndpointFailureException)args.Outcome.Exception!;
        logger.LogWarning(
            "{Endpoint}: {Cause}; trying again in {Wait} ms",
            failure.Call!.Endpoint.Name,
            failure.Message,
            (long)args.RetryDelay.TotalMilliseconds
        );
        return ValueTask.CompletedTask;
    }
}
