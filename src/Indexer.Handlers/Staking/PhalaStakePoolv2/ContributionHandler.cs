using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A delegation to a stake pool. With <c>as_vault</c> the user is the account of a vault, which invests its free value, and
/// with it a rest that would be below the minimum.
/// Source: phala-blockchain stake_pool_v2.rs, contribute.
/// </summary>
internal sealed class ContributionHandler() : SubstrateHandler("PhalaStakePoolv2", "Contribution")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var entry = context.Fields.Contribution();
        var poolId = entry.PoolId!;
        var vaultId = context.Fields.OptionalU64("as_vault")?.ToString();
        var along = vaultId is null
            ? Pha.Zero
            : FreeValue.GoesAlong(state.Pool(vaultId).State.FreeValue - entry.Amount);
        yield return entry;
        yield return FreeValue.Moved(poolId, entry.Amount + along);
        if (vaultId is not null)
        {
            yield return FreeValue.Moved(vaultId, -entry.Amount);
        }

        // A rest below the minimum went along with the last withdrawal that this contribution paid.
        var rest = FreeValue.GoesAlong(state.Pool(poolId).State.FreeValue + entry.Amount + along);
        if (
            !rest.IsZero
            && context.LastPaid(poolId) is { } paid
            && state.PoolOfAccount(paid) is { Kind: PoolKind.Vault } receiver
        )
        {
            yield return FreeValue.Moved(receiver.Id, rest);
        }
    }
}
