using Indexer.Domain;
using Indexer.Evm.Abi;

namespace Indexer.Handlers.Staking.TokenVault;

/// <summary>
/// What an ERC-4626 vault earned, which none of its events states: after each block in which it emitted one, its assets are asked
/// (totalAssets). What they are more than the deposits and withdrawals make them is a reward of all shares; what they are less, a loss.
/// </summary>
internal sealed class VaultYieldRule : EvmBlockRule
{
    private static readonly AbiFunction TotalAssets = AbiFunction.Parse("totalAssets() returns (uint256)");

    public override IEnumerable<(long? Height, DateTimeOffset? Time)> Due(NetworkState state) => [];

    public override IEnumerable<ContractCall> Calls(DecodedEvmBlock block, NetworkState state) =>
        Vaults(block).Select(vault => new ContractCall(vault, TotalAssets));

    public override IEnumerable<Change> AtStart(DecodedEvmBlock block, NetworkState state) => [];

    public override IEnumerable<Change> AtEnd(DecodedEvmBlock block, NetworkState state)
    {
        foreach (var vault in Vaults(block))
        {
            var poolId = vault.ToString();
            if (!state.Pools.ContainsKey(poolId))
            {
                continue;
            }

            var assets =
                block.Answers.Amount(new ContractCall(vault, TotalAssets))
                ?? throw new UnknownStateException(
                    $"totalAssets() of {vault} gave no answer after block {block.Header.Height}; it is configured as {ContractRoles.TokenVault}."
                );
            var pool = state.Pool(poolId).State;
            if (assets == pool.TotalValue)
            {
                continue;
            }

            yield return pool.TotalShares.IsZero
                ? new PoolChange(poolId, state => state with { TotalValue = assets })
                : new Reward
                {
                    PoolId = poolId,
                    Kind = RewardKind.Stakers,
                    Amount = assets - pool.TotalValue,
                    TotalShares = pool.TotalShares,
                    Stated = true,
                };
        }
    }

    private static IEnumerable<AccountId> Vaults(DecodedEvmBlock block) =>
        block.Logs.Where(log => log.Role == ContractRoles.TokenVault).Select(log => log.Log.Address).Distinct();
}
