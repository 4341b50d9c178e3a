namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>How long things take, stretched with the chain as its time is.</summary>
internal sealed class GovernorSchedule(WorldSize size)
{
    /// <summary>The first block of the deployment, when the vault stands.</summary>
    public const long Start = 5;

    /// <summary>How many get their tokens in one block: providers limit how much a block may tell.</summary>
    public const int HandedOutTogether = 3;

    private readonly ulong _interval =
        (StoryDates.Ethereum.End - StoryDates.Ethereum.Start) / (ulong)size.EthereumBlocks;

    public long Delay { get; } = Math.Max(2, size.EthereumBlocks / 150);

    public long Period { get; } = Math.Max(8, size.EthereumBlocks / 40);

    /// <summary>The block in which the proposals at the edges of the rules are voted on; then everybody joins in.</summary>
    public long Edges => Proposals + Delay + 1;

    /// <summary>The block of those proposals, when all have their tokens.</summary>
    public long Proposals => HandOuts.Last() + 1;

    /// <summary>The blocks in which tokens are handed out: to holders, edge voters and the steward.</summary>
    public IEnumerable<long> HandOuts =>
        Enumerable.Range(0, ((size.Accounts + 4) / HandedOutTogether) + 1).Select(number => Start + 2 + number);

    /// <summary>What is tried in a hundred blocks.</summary>
    public int ActionsPerHundred { get; } = Math.Max(40, 60_000 / size.EthereumBlocks);

    public GovernorTerms ByBlocks => new(Delay, Period, Period / 2, IsFractional: false);

    public GovernorTerms BySeconds => new(Seconds(Delay), Seconds(Period), null, IsFractional: true);

    public ulong TimelockDelay => (ulong)Seconds(2);

    public ulong GracePeriod => (ulong)Seconds(6);

    private long Seconds(long blocks) => blocks * (long)_interval;
}
