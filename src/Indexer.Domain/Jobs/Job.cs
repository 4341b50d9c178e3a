namespace Indexer.Domain;

/// <summary>A job that comes again and again beside the ingestion, with its last run.</summary>
public sealed record Job
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required string Description { get; init; }

    /// <summary>When it runs: minute, hour, day of the month, month and day of the week in UTC, as in cron.</summary>
    public required string Schedule { get; init; }

    /// <summary>How its last run stands; null before the first.</summary>
    public JobState? State { get; init; }

    /// <summary>When its last run began, UTC; null before the first.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long its last run took, in milliseconds; null while it runs, and when it was killed.</summary>
    public long? DurationMilliseconds { get; init; }

    /// <summary>What its last finished run did, in a few words; null before.</summary>
    public string? Result { get; init; }

    /// <summary>Why its last run failed, in one line; null unless it did.</summary>
    public string? Failure { get; init; }

    /// <summary>When it runs next, UTC; null while no process runs jobs for the first time.</summary>
    public DateTimeOffset? NextAt { get; init; }
}
