using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>One node: its transport, how much it is asked at once, and whether it is being left alone after failures.</summary>
internal sealed class RpcEndpoint(Endpoint endpoint, IRpcTransport transport, RpcClientOptions options)
    : IAsyncDisposable
{
    private readonly SemaphoreSlim slots = new(options.MaxConcurrency);
    private int batchLimit = options.MaxBatch;
    private int load;
    private int failures;
    private long restUntil;
    private long prunedBlocks = -1;
    private long prunedState = -1;
    private EndpointView? view;

    /// <summary>Name for messages, without credentials.</summary>
    public string Name { get; } = endpoint.Name;

    /// <summary>What the node said, without secrets of its address.</summary>
    public string Conceal(string text) => endpoint.Conceal(text);

    /// <summary>Most calls that this endpoint takes in one batch, as far as is known.</summary>
    public int BatchLimit => Volatile.Read(ref batchLimit);

    /// <summary>Round trips under way or waiting.</summary>
    public int Load => Volatile.Read(ref load);

    /// <summary>Until when the endpoint is left alone, in UTC ticks.</summary>
    public long RestUntil => Volatile.Read(ref restUntil);

    /// <summary>Whether the endpoint is being left alone.</summary>
    public bool IsResting => RestUntil > options.TimeProvider.GetUtcNow().UtcTicks;

    /// <summary>What was seen when the heads of all endpoints were looked at; null when it was not seen yet.</summary>
    public EndpointView? View
    {
        get => Volatile.Read(ref view);
        set => Volatile.Write(ref view, value);
    }

    /// <summary>What is known of it.</summary>
    public EndpointStatus Status =>
        new(
            Name,
            View?.Head,
            View?.Trouble ?? (IsResting && Volatile.Read(ref failures) > 0 ? "does not answer" : null) ?? View?.Lag
        );

    /// <summary>Whether it is likely to have what is needed.</summary>
    public bool Has(RpcNeed need) => !(need.To > View?.Head) && !(need.From <= Volatile.Read(ref Pruned(need)));

    /// <summary>Remembers that blocks, or the state after them, are too old for it.</summary>
    public void Lacks(RpcNeed need)
    {
        if (need.From is { } height)
        {
            Volatile.Write(ref Pruned(need), Math.Max(height, Volatile.Read(ref Pruned(need))));
        }
    }

    /// <summary>Makes one round trip.</summary>
    /// <returns>The response objects in the order of the calls.</returns>
    public async Task<JsonElement[]> AskAsync(RpcExchange exchange, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref load);
        try
        {
            await slots.WaitAsync(cancellationToken);
            try
            {
                return exchange.Match(await SendAsync(exchange, cancellationToken));
            }
            catch (EndpointFailureException failure) when (Conceal(failure.ToString()) != failure.ToString())
            {
                // What is below may hold the secret too.
                throw new EndpointFailureException(Conceal(failure.Message))
                {
                    Retryable = failure.Retryable,
                    RetryAfter = failure.RetryAfter,
                };
            }
            finally
            {
                slots.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref load);
        }
    }

    /// <summary>Halves the batch size after a batch of the given size was refused.</summary>
    public void RefusedBatchOf(int count)
    {
        var limit = Math.Max(1, count / 2);
        var current = BatchLimit;
        while (current > limit)
        {
            current =
                Interlocked.CompareExchange(ref batchLimit, limit, current) is var seen && seen == current
                    ? limit
                    : seen;
        }
    }

    /// <summary>Leaves the endpoint alone, longer after each failure in a row.</summary>
    public void Failed(TimeSpan? asked)
    {
        var doublings = Math.Min(Interlocked.Increment(ref failures) - 1, 20);
        var own = TimeSpan.FromTicks(Math.Min(options.RetryDelay.Ticks << doublings, options.MaxRetryDelay.Ticks));
        Volatile.Write(ref restUntil, (options.TimeProvider.GetUtcNow() + (asked ?? own)).UtcTicks);
    }

    /// <summary>Forgets earlier failures.</summary>
    public void Answered() => Volatile.Write(ref failures, 0);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => transport.DisposeAsync();

    private ref long Pruned(RpcNeed need) => ref need.State ? ref prunedState : ref prunedBlocks;

    private async Task<JsonElement> SendAsync(RpcExchange exchange, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.CallTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var trip = RpcTelemetry.Trip(Name, exchange.Method, exchange.Count);
        try
        {
            var answer = await transport.SendAsync(exchange, either.Token);
            trip.Answered();
            return answer;
        }
        catch (OperationCanceledException exception)
            when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            transport.Unanswered(exchange);
            throw new EndpointFailureException(
                $"no answer within {options.CallTimeout.TotalSeconds:0.###} s",
                exception
            );
        }
    }
}
