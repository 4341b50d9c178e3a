namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>How a governor lets its holders vote, in its token's clock.</summary>
/// <param name="Delay">From a proposal to its snapshot.</param>
/// <param name="Period">From the snapshot to the deadline.</param>
/// <param name="Extension">How long is voted at least after the quorum is met; null when a late quorum moves nothing.</param>
/// <param name="IsFractional">Whether a voter may split its votes and cast them bit by bit.</param>
internal sealed record GovernorTerms(long Delay, long Period, long? Extension, bool IsFractional)
{
    /// <summary>The part of the supply that must vote at first, in percent.</summary>
    public const uint QuorumPercent = 10;

    public string CountingMode =>
        IsFractional
            ? "support=bravo,fractional&quorum=for,abstain&params=fractional"
            : "support=bravo&quorum=for,abstain";
}
