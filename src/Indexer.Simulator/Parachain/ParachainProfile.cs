using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Parachain;

/// <summary>What tells one parachain of the world from the other.</summary>
internal sealed record ParachainProfile(
    string Name,
    int Blocks,
    long Prelude,
    StoryDates Dates,
    IReadOnlyList<(long From, Runtime Runtime)> Runtimes,
    IReadOnlyList<Person> People
)
{
    /// <summary>Whether its stake pools are those of the first version, from its first block to its last.</summary>
    public bool Mines { get; init; }

    /// <summary>Where the last runtime begins: the block whose state first has it; its own events are still in the encoding of the one before.</summary>
    public long? UpgradeBlock => Runtimes.Count == 1 ? null : Runtimes[^1].From;

    public bool IsUpgrade(long height) => height > 0 && Runtimes.Any(era => era.From == height);

    public Runtime RuntimeOf(long height) => StateRuntimeOf(Math.Max(0, height - 1));

    public Runtime StateRuntimeOf(long height) => Runtimes.Last(era => era.From <= height).Runtime;

    public ulong TimeMs(long height) => Dates.At(height, Blocks) * 1000;
}
