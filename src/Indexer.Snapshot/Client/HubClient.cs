using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Indexer.Snapshot;

/// <summary>
/// Asks the hub until it answers: lost connections, timeouts, HTTP 408, 429 and 5xx and errors that the hub calls its own
/// are tried again, at the next endpoint where there are several, after a growing, spread wait or the hub's
/// <c>Retry-After</c>. Requests keep the rate limit.
/// </summary>
internal sealed class HubClient : IDisposable
{
    private readonly SnapshotOptions options;
    private readonly ILogger logger;
    private readonly IReadOnlyList<HubConnection> connections;
    private readonly RequestPace pace;
    private readonly ResiliencePipeline<HubAnswer> pipeline;
    private int preferred;

    public HubClient(SnapshotOptions options, ILogger logger)
    {
        this.options = options;
        this.logger = logger;
        connections = [.. options.Endpoints.Select(endpoint => new HubConnection(endpoint, options))];
        pace = new RequestPace(options.RequestsPerMinute, options.TimeProvider);
        pipeline = BuildPipeline();
    }

    /// <summary>The answer to a query.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SnapshotUnavailableException">The hub gave no usable answer.</exception>
    /// <exception cref="SnapshotDataException">The hub refused the query.</exception>
    public async Task<HubAnswer> AskAsync(
        string query,
        IReadOnlyDictionary<string, object?> variables,
        CancellationToken cancellationToken
    )
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(new { query, variables });
        try
        {
            return await pipeline.ExecuteAsync(
                async token =>
                {
                    await pace.TurnAsync(token);
                    return await TryAsync(request, token);
                },
                cancellationToken
            );
        }
        catch (HubFailureException failure)
        {
            throw new SnapshotUnavailableException(failure.Message, failure);
        }
    }

    public void Dispose()
    {
        foreach (var connection in connections)
        {
            connection.Dispose();
        }
    }

    private async Task<HubAnswer> TryAsync(byte[] request, CancellationToken cancellationToken)
    {
        try
        {
            return await connections[preferred % connections.Count].AskAsync(request, cancellationToken);
        }
        catch (HubFailureException)
        {
            preferred++;
            throw;
        }
    }

    private ResiliencePipeline<HubAnswer> BuildPipeline()
    {
        var builder = new ResiliencePipelineBuilder<HubAnswer> { TimeProvider = options.TimeProvider };
        return options.MaxAttempts == 1
            ? builder.Build()
            : builder
                .AddRetry(
                    new RetryStrategyOptions<HubAnswer>
                    {
                        MaxRetryAttempts = options.MaxAttempts - 1,
                        BackoffType = DelayBackoffType.Exponential,
                        UseJitter = true,
                        Delay = options.RetryDelay,
                        MaxDelay = options.MaxRetryDelay,
                        ShouldHandle = args =>
                            ValueTask.FromResult(args.Outcome.Exception is HubFailureException { Retryable: true }),
                        DelayGenerator = args =>
                            ValueTask.FromResult((args.Outcome.Exception as HubFailureException)?.RetryAfter),
                        OnRetry = Tell,
                    }
                )
                .Build();
    }

    private ValueTask Tell(OnRetryArguments<HubAnswer> args)
    {
        logger.LogWarning(
            "{Cause}; trying again in {Wait} ms",
            args.Outcome.Exception!.Message,
            (long)args.RetryDelay.TotalMilliseconds
        );
        return ValueTask.CompletedTask;
    }
}
