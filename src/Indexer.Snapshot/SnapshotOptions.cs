using Indexer.JsonRpc;

namespace Indexer.Snapshot;

/// <summary>How a client reaches the hub of Snapshot.</summary>
public sealed record SnapshotOptions
{
    /// <summary>Most objects of one answer: the hub's own limit of <c>first</c>.</summary>
    public const int MostFirst = 1_000;

    /// <summary>Most objects that the hub skips: its own limit of <c>skip</c>.</summary>
    public const int MostSkip = 5_000;

    /// <summary>Most values of a condition <c>…_in</c>: the hub's own limit.</summary>
    public const int MostIn = 100;

    /// <summary>GraphQL endpoints of the hub, http or https, in order of preference.</summary>
    public required IReadOnlyList<Endpoint> Endpoints { get; init; }

    /// <summary>Key of the hub, which raises its rate limit; sent as <c>x-api-key</c>.</summary>
    public Secret? ApiKey { get; init; }

    /// <summary>Most requests in a minute; the hub documents 60 without a key.</summary>
    public int RequestsPerMinute { get; init; } = 60;

    /// <summary>Objects to ask for at once.</summary>
    public int PageSize { get; init; } = MostFirst;

    /// <summary>Time for one answer, connecting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a query is tried in all, over all endpoints, before it fails.</summary>
    public int MaxAttempts { get; init; } = 6;

    /// <summary>Middle of the first wait between two tries; it doubles with every try and is spread at random.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two tries that the client chooses by itself.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest <c>Retry-After</c> that is waited for; a hub that asks for more counts as unavailable.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Largest answer in bytes, after decompression.</summary>
    public int MaxAnswerBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>The clock of all timeouts and waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
