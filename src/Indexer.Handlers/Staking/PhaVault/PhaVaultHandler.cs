using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// The meaning of an event of the PHA vault. No event creates the vault's pool: it appears with the first handled log of
/// the contract, whichever that is.
/// </summary>
/// <param name="declaration">The event as declared in Solidity.</param>
internal abstract class PhaVaultHandler(string declaration) : EvmHandler(declaration, ContractRoles.PhaVault)
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
                        Kind = PoolKind.Erc4626,
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
