using Indexer.Domain;

namespace Indexer.Host.Reporting;

/// <summary>What the database tells of a network.</summary>
/// <param name="Network">Its name.</param>
/// <param name="State">What its ingestion is doing; null when it never ran.</param>
/// <param name="Reason">Why it waits or stopped.</param>
/// <param name="Since">Since when it does that.</param>
/// <param name="NextTryAt">When what it waits for is tried next.</param>
/// <param name="UpdatedAt">When its ingestion last gave a sign of life.</param>
/// <param name="Silence">How long ago that was, by the clock of the database.</param>
/// <param name="Start">The first block.</param>
/// <param name="Indexed">Height of the last indexed block.</param>
/// <param name="Finalized">Height of the chain's finalized block as last seen.</param>
/// <param name="Head">Height of the chain's best block as last seen.</param>
/// <param name="Events">Events handled so far.</param>
/// <param name="Differences">Reconciliations that found a difference.</param>
internal sealed record NetworkReport(
    string Network,
    IngestionState? State = null,
    string? Reason = null,
    DateTimeOffset? Since = null,
    DateTimeOffset? NextTryAt = null,
    DateTimeOffset? UpdatedAt = null,
    TimeSpan? Silence = null,
    long Start = 0,
    long? Indexed = null,
    long? Finalized = null,
    long? Head = null,
    long Events = 0,
    long Differences = 0
)
{
    /// <summary>An ingestion says every quarter of a minute that it lives; one that is silent for longer than this has died.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    /// <summary>Whether the ingestion ended without a word: its process was killed, or lost the database.</summary>
    public bool IsStale =>
        State is not (null or IngestionState.Stopped or IngestionState.Finished) && Silence > LongestSilence;

    /// <summary>Blocks from the last indexed one to the head; null before the chain answered.</summary>
    public long? Lag => Head - (Indexed ?? Start - 1) is { } blocks ? Math.Max(0, blocks) : null;

    /// <summary>How well it is.</summary>
    public Health Health =>
        IsStale
            ? Health.Unhealthy
            : State switch
            {
                IngestionState.Stopped => Health.Unhealthy,
                IngestionState.Waiting or null => Health.Degraded,
                _ => Health.Healthy,
            };

    /// <summary>Its state in a word, for people and metrics.</summary>
    public string Word =>
        IsStale ? "stale"
        : State is { } state ? state.ToString().ToLowerInvariant()
        : "never started";
}
