namespace Indexer.Simulator.Staking;

/// <summary>The chain state that the staking pallets work on.</summary>
internal sealed class StakingState
{
    public static AccountId BasePoolPallet { get; } = AccountId.Padded("basepool");

    public Ledger Ledger { get; } = new();

    /// <summary>All pools; the pid is the place in the list.</summary>
    public List<Pool> Pools { get; } = [];

    public List<Worker> Workers { get; } = [];

    public TokenomicsBook Tokenomics { get; set; } = ComputationRules.First;

    public IEnumerable<Pool> StakePools => Pools.Where(pool => pool.Kind == PoolKind.StakePool);

    public IEnumerable<Pool> Vaults => Pools.Where(pool => pool.Kind == PoolKind.Vault);
}
