using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Parachain;

/// <summary>What tells one parachain of the world from the other.</summary>
internal sealed record ParachainProfile(
    string Name,
    int Blocks,
    StoryDates Dates,
    Runtime First,
    Runtime Last,
    IReadOnlyList<Person> People
)
{
    /// <summary>The block whose state first has the last runtime; its own events are still in the first one's encoding.</summary>
    public long UpgradeBlock => First == Last ? long.MaxValue : Blocks / 2;

    public Runtime RuntimeOf(long height) => height > UpgradeBlock ? Last : First;

    public Runtime StateRuntimeOf(long height) => height >= UpgradeBlock ? Last : First;

    public ulong TimeMs(long height) => Dates.At(height, Blocks) * 1000;
}
