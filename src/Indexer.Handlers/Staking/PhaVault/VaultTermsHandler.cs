using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>An event by which the vault's owner changes one of its terms.</summary>
/// <param name="declaration">The event as declared in Solidity.</param>
internal abstract class VaultTermsHandler(string declaration) : VaultHandler(declaration, ContractRoles.PhaVault)
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state) =>
        [new StateChange(After(state.VaultTerms.Find(poolId) ?? new VaultTerms { PoolId = poolId }, context))];

    /// <summary>The terms after the event.</summary>
    /// <param name="terms">The terms before.</param>
    /// <param name="context">The event and its block.</param>
    protected abstract VaultTerms After(VaultTerms terms, EvmEventContext context);

    /// <summary>A count, ratio or time: a <c>uint256</c> that is small in any sane contract.</summary>
    /// <exception cref="UnknownStateException">The value does not fit.</exception>
    protected static T Number<T>(EvmEventContext context, string name)
        where T : IBinaryInteger<T>
    {
        try
        {
            return T.CreateChecked(context.Event.UInt256(name));
        }
        catch (OverflowException)
        {
            throw new UnknownStateException(
                $"{context.Event.Name}.{name} of {context.Log} is {context.Event.UInt256(name)}, which is no sane term of a vault. "
                    + "Check the configured address."
            );
        }
    }
}
