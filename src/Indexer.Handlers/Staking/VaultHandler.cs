using Indexer.Domain;

namespace Indexer.Handlers.Staking;

/// <summary>
/// The meaning of an event of a vault by ERC-4626. No event creates the vault's pool: it appears with the first handled log of
/// the contract, whichever that is.
/// </summary>
/// <param name="declaration">The event as declared in Solidity.</param>
/// <param name="roles">The roles of the vaults.</param>
internal abstract class VaultHandler(string declaration, params IReadOnlyList<string> roles)
    : EvmHandler(declaration, roles)
{
    public sealed override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var poolId = context.Contract.ToString();
        var changes = Changes(poolId, context, state);
        return state.Pools.ContainsKey(poolId)
            ? changes
            : changes.Prepend(
                new PoolAppeared(
                    new Pool
                    {
                        Network = state.Network,
                        Id = poolId,
                        Kind = context.Role == ContractRoles.PhaVault ? PoolKind.Erc4626 : PoolKind.TokenVault,
                        Account = context.Contract,
                        Height = context.Block.Height,
                        Time = context.Block.Time,
                    }
                )
            );
    }

    /// <summary>The changes that the event makes; the pool need not be in the state yet.</summary>
    /// <param name="poolId">The vault's pool.</param>
    /// <param name="context">The event and its block.</param>
    /// <param name="state">The state after all events before it.</param>
    protected abstract IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state);
}
