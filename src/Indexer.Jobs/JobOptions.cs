namespace Indexer.Jobs;

/// <summary>How jobs are run.</summary>
public sealed record JobOptions
{
    /// <summary>The jobs.</summary>
    public IReadOnlyList<RecurringJob> Timetable { get; init; } = Jobs.Timetable.All;

    /// <summary>How long after its process was killed a job is taken over by another.</summary>
    public TimeSpan TakeOverAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Pause between two looks for jobs that are due. Jobs that are queued are told of at once.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(15);
}
