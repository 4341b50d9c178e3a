namespace Indexer.JsonRpc;

/// <summary>How a client reaches the nodes of one chain.</summary>
public sealed record RpcClientOptions
{
    /// <summary>
    /// The nodes, as <c>http</c>, <c>https</c>, <c>ws</c> or <c>wss</c> addresses in order of preference. Concurrent calls are
    /// spread over them, a failing one is left out for a while.
    /// </summary>
    public required IReadOnlyList<Endpoint> Endpoints { get; init; }

    /// <summary>Time for one round trip, connecting included.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most calls in one JSON-RPC batch. An endpoint that refuses this many is asked with fewer from then on.</summary>
    public int MaxBatch { get; init; } = 100;

    /// <summary>Most round trips under way at once at one endpoint.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>How often a call is tried in all, over all endpoints, before it fails.</summary>
    public int MaxAttempts { get; init; } = 6;

    /// <summary>Middle of the first wait between two tries; it doubles with every try and is spread at random.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest wait between two tries that the client chooses by itself.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest <c>Retry-After</c> that is waited for; an endpoint that asks for more counts as down for the call.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the answers of others are waited for, once one endpoint has answered what all are asked.</summary>
    public TimeSpan SlowestAnswer { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Largest answer in bytes, after decompression.</summary>
    public int MaxAnswerBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>The clock of all timeouts and waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What makes every call with these options fail; null when nothing does.</summary>
    internal string? Problem() =>
        Endpoints.FirstOrDefault(endpoint => !IsSupported(endpoint)) is { } wrong
            ? $"the endpoint {wrong} is not an http, https, ws or wss address"
        : Endpoints.Count == 0 ? "no endpoint is given; name at least one http, https, ws or wss address"
        : CallTimeout <= TimeSpan.Zero ? "the call timeout must be positive"
        : MaxBatch < 1 ? "the batch size must be at least 1"
        : MaxConcurrency < 1 ? "the concurrency must be at least 1"
        : MaxAttempts < 1 ? "the number of attempts must be at least 1"
        : RetryDelay < TimeSpan.Zero || MaxRetryDelay < RetryDelay ? "the retry delays must be 0 <= first <= longest"
        : MaxAnswerBytes < 1 ? "the largest answer must be at least 1 byte"
        : null;

    private static bool IsSupported(Endpoint endpoint) => endpoint.Scheme is "http" or "https" or "ws" or "wss";
}
