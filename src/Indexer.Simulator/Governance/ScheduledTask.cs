namespace Indexer.Simulator.Governance;

/// <summary>The enactment of a referendum at a block.</summary>
internal sealed record ScheduledTask(long When, uint Place, Referendum Referendum);
