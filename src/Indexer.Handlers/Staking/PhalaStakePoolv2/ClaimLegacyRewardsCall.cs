using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Calls;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// Rewards of the first version that the move to the second had left out were paid, all of them at once. No event states it; the storage before the
/// block has the amount.
/// Source: phala-blockchain stake_pool_v2.rs, claim_legacy_rewards, LegacyRewards.
/// </summary>
internal sealed class ClaimLegacyRewardsCall() : SubstrateCallHandler(PoolMove.Pallet, "claim_legacy_rewards")
{
    private const string Entry = "LegacyRewards";

    public override IEnumerable<StorageNeed> Needs(DispatchedCall call) =>
        call.Origin is { } account
            ?
            [
                new(
                    PoolMove.Pallet,
                    Entry,
                    AtParent: true,
                    [
                        [.. account.ToArray(), .. StorageKeys.U64(call.Call.Fields.U64("pid"))],
                    ]
                ),
            ]
            : [];

    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var stored = StorageNeedOf(context);
        yield return stored is ScaleInteger number
            ? new StakeEvent
            {
                PoolId = context.Fields.PoolId(),
                Account = context.Signer,
                Kind = StakeEventKind.LegacyRewardsWithdrawn,
                Amount = Pha.FromLegacy((UInt128)number.Value),
                Counterparty = context.Fields.AccountId("target"),
            }
            : throw new UnknownStateException(
                $"only the storage before the block tells the rewards of {context.Signer} that the move to the second version had left out, "
                    + "and no node has it. Add an archive node to the endpoints."
            );
    }

    private static ScaleValue? StorageNeedOf(SubstrateCallContext context) =>
        context.Storage.FirstOrDefault(value => value.Key.Entry == Entry).Value;
}
