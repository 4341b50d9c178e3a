using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePool;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaMining;

/// <summary>
/// A worker started to mine. Since spec 1170 MiningStarted of PhalaStakePool states the stake; before, the storage has it.
/// Source: phala-blockchain mining.rs, start_mining.
/// </summary>
internal sealed class MinerStartedHandler() : SubstrateHandler("PhalaMining", "MinerStarted")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        StatesStake(raised)
            ? []
            : [new StorageNeed(Pallet, "Stakes", AtParent: false, raised.Fields.AccountId("miner").ToArray())];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        StatesStake(context.Event)
            ? []
            : state
                .Miner(context.Fields)
                .Staked(
                    context.Stored(Pallet, "Stakes") is ScaleInteger stake
                        ? Pha.FromLegacy((UInt128)stake.Value)
                        : throw new UnknownStateException(
                            $"before spec 1170 only the storage after the block tells the stake of miner {context.Fields.AccountId("miner")}, "
                                + "and no node has it. Add an archive node to the endpoints."
                        )
                );

    private static bool StatesStake(SubstrateEvent raised) => raised.Fields.Has("init_v");
}
