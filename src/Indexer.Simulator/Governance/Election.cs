namespace Indexer.Simulator.Governance;

/// <summary>Who stands, sits and follows, and who votes for whom.</summary>
internal sealed class Election
{
    public List<SeatHolder> Members { get; set; } = [];

    /// <summary>The best is the last.</summary>
    public List<SeatHolder> RunnersUp { get; set; } = [];

    public List<SeatHolder> Candidates { get; } = [];

    public SortedDictionary<AccountId, (AccountId Candidate, UInt128 Stake)> Voters { get; } = [];
}
