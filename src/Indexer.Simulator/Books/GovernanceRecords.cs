namespace Indexer.Simulator;

/// <summary>What the simulation writes down of governance while it runs.</summary>
internal sealed class GovernanceRecords
{
    public History<uint, PublicProposalBook> Proposals { get; } = new();

    public History<int, ExternalProposalBook> Externals { get; } = new();

    public History<uint, ReferendumBook> Referenda { get; } = new();

    public History<(AccountId Who, long From), DelegationBook> Delegations { get; } = new();

    public List<VetoBook> Vetoes { get; } = [];

    public History<(string Collective, int Number), MotionBook> Motions { get; } = new();

    public History<string, CollectiveBook> Collectives { get; } = new();

    public History<uint, TreasuryProposalBook> TreasuryProposals { get; } = new();

    public List<SpendPeriodBook> SpendPeriods { get; } = [];

    public History<uint, BountyBook> Bounties { get; } = new();

    public History<uint, BountyBook> ChildBounties { get; } = new();

    public History<string, TipBook> Tips { get; } = new();

    public List<TermBook> Terms { get; } = [];

    public List<ElectedBook> Elected { get; } = [];

    /// <summary>By voter; null once it is removed.</summary>
    public History<AccountId, ElectionVoteBook?> ElectionVotes { get; } = new();

    public List<ExecutionBook> Executions { get; } = [];

    public List<CallBook> Calls { get; } = [];

    /// <summary>Storage values by their hex key, in the layout of their block; null when there is none.</summary>
    public History<string, byte[]?> Storage { get; } = new();

    /// <summary>The keys ever written, by which all is written anew when the layout changes.</summary>
    public HashSet<Governance.StorageCell> Cells { get; } = [];
}
