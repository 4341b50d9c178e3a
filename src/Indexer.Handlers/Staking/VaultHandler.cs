using Indexer.Domain;

namespace Indexer.Handlers.Staking;

/// <summary>
/// The meaning of an event of a vault by ERC-4626, whose pool appears with the first of them, whichever that is.
/// </summary>
/// <param name="declaration">The event as declared in Solidity.</param>
/// <param name="roles">The roles of the vaults.</param>
internal abstract class VaultHandler(string declaration, params IReadOnlyList<string> roles)
    : EvmHandler(declaration, roles)
{
    public sealed override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var changes = Changes(context.Contract.ToString(), context, state);
        var kind = context.Role == ContractRoles.PhaVault ? PoolKind.Erc4626 : PoolKind.TokenVault;
        return context.Appearing(kind, state) is { } appeared ? changes.Prepend(appeared) : changes;
    }

    /// <summary>The changes that the event makes; the pool need not be in the state yet.</summary>
    /// <param name="poolId">The vault's pool.</param>
    /// <param name="context">The event and its block.</param>
    /// <param name="state">The state after all events before it.</param>
    protected abstract IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state);
}
