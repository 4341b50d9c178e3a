namespace Indexer.Domain;

/// <summary>
/// What a computing session stood at from a block on, as far as the block changed it: each value holds until the next row of the session that has
/// it. Every worker is settled and measured some times a day, so that these rows are narrow, and have no end to be updated
/// (docs/decisions, 0010).
/// </summary>
public sealed record SessionReading
{
    /// <summary>Name of the network.</summary>
    public string Network { get; init; } = "";

    /// <summary>The session: that of a <see cref="Worker"/> with the same number.</summary>
    public required long SessionId { get; init; }

    /// <summary>Height of the block at whose end it stood at this.</summary>
    public long Height { get; init; }

    /// <summary>V, by which the worker is rewarded; null where the block did not change it.</summary>
    public U64F64? V { get; init; }

    /// <summary>All that the session was paid since the worker was bound, commission included, in PHA; null where the block did not change it.</summary>
    public Pha? TotalReward { get; init; }

    /// <summary>Score of the last heartbeat; null where the block did not change it.</summary>
    public long? InstantP { get; init; }
}
