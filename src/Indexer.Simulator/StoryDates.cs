namespace Indexer.Simulator;

/// <summary>When the real networks lived; blocks are spread evenly between, on multiples of 12 seconds.</summary>
internal sealed record StoryDates(ulong Start, ulong End)
{
    /// <summary>2022-12-20 to 2025-01-10 20:00 UTC.</summary>
    public static StoryDates Khala { get; } = new(1_671_494_400, 1_736_539_200);

    /// <summary>2023-04-29 to 2025-11-20 01:00 UTC.</summary>
    public static StoryDates Phala { get; } = new(1_682_726_400, 1_763_600_400);

    /// <summary>2025-01-10 20:00:23 (the vault's deployment) to 2026-03-10 UTC.</summary>
    public static StoryDates Ethereum { get; } = new(1_736_539_223, 1_773_100_800);

    public ulong At(long height, int blocks) => Start + ((End - Start) * (ulong)height / (ulong)blocks / 12 * 12);
}
