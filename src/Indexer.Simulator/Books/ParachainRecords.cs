namespace Indexer.Simulator;

/// <summary>Everything the simulation of a parachain writes down while it runs.</summary>
internal sealed class ParachainRecords
{
    private readonly List<(long Height, string Event)> _events = [];

    public History<ulong, PoolBook> Pools { get; } = new();

    public History<(ulong Pid, AccountId Account), (UInt128 Free, UInt128 Queued)> Positions { get; } = new();

    public History<ulong, MiningPoolBook> MiningPools { get; } = new();

    public History<(ulong Pid, AccountId Account), MiningStakeBook> MiningStakes { get; } = new();

    public History<AccountId, AccountBook> Accounts { get; } = new();

    public History<AccountId, IdentityBook> Identities { get; } = new();

    public History<string, RegisteredWorkerBook> Registrations { get; } = new();

    public History<int, TokenomicsBook> Tokenomics { get; } = new();

    /// <summary>Settlements that came late: the session does not take them, its pool is rewarded all the same.</summary>
    public List<(long Height, UInt128 Amount)> DroppedSettlements { get; } = [];

    public List<StakeMove> Moves { get; } = [];

    public List<PoolReward> Rewards { get; } = [];

    public List<VaultReward> VaultRewards { get; } = [];

    public List<DismissedReward> Dismissed { get; } = [];

    /// <summary>W-PHA that vanished because an account may not hold so little, by block.</summary>
    public List<(long Height, UInt128 Amount)> LostRests { get; } = [];

    public List<OwnerTake> OwnerTakes { get; } = [];

    public GovernanceRecords Governance { get; } = new();

    public void CountEvent(long height, string name) => _events.Add((height, name));

    public Dictionary<string, int> CountEvents(long height) =>
        _events.TakeWhile(entry => entry.Height <= height).CountBy(entry => entry.Event).ToDictionary();
}
