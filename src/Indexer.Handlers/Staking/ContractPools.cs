using Indexer.Domain;

namespace Indexer.Handlers.Staking;

/// <summary>The pools that contracts are: no event creates one, so that it appears with the first handled log of the contract.</summary>
internal static class ContractPools
{
    /// <summary>The appearance of the pool that the contract of an event is; null when it is known.</summary>
    /// <param name="context">The event.</param>
    /// <param name="kind">What the contract is.</param>
    /// <param name="state">The state before the event.</param>
    public static PoolAppeared? Appearing(this EvmEventContext context, PoolKind kind, NetworkState state) =>
        state.Pools.ContainsKey(context.Contract.ToString())
            ? null
            : new PoolAppeared(
                new Pool
                {
                    Network = state.Network,
                    Id = context.Contract.ToString(),
                    Kind = kind,
                    Account = context.Contract,
                    Height = context.Block.Height,
                    Time = context.Block.Time,
                }
            );
}
