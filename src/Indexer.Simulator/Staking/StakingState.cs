using Indexer.Simulator.Identities;
using Indexer.Simulator.Mining;

namespace Indexer.Simulator.Staking;

/// <summary>The chain state that the staking pallets work on.</summary>
internal sealed class StakingState
{
    private readonly Dictionary<AccountId, UInt128> _locked = [];

    public static AccountId BasePoolPallet { get; } = AccountId.Padded("basepool");

    public Ledger Ledger { get; } = new();

    /// <summary>All pools; the pid is the place in the list.</summary>
    public List<Pool> Pools { get; } = [];

    public List<Worker> Workers { get; } = [];

    /// <summary>The stake pools of the first version; the pid is the place in the list.</summary>
    public List<MiningPool> MiningPools { get; } = [];

    public IdentityState Identities { get; } = new();

    public TokenomicsBook Tokenomics { get; set; } = ComputationRules.First;

    public IEnumerable<Pool> StakePools => Pools.Where(pool => pool.Kind == PoolKind.StakePool);

    /// <summary>PHA that stays on an account, locked for all its stakes of the first version.</summary>
    public UInt128 Locked(AccountId account) => _locked.GetValueOrDefault(account);

    public void Lock(AccountId account, UInt128 amount) => _locked[account] = Locked(account) + amount;

    public void Unlock(AccountId account, UInt128 amount) =>
        _locked[account] = Locked(account) - UInt128.Min(amount, Locked(account));

    public IEnumerable<Pool> Vaults => Pools.Where(pool => pool.Kind == PoolKind.Vault);
}
