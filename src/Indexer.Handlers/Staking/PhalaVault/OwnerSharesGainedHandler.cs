using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaVault;

/// <summary>
/// A vault's commission became new shares. The value of the vault stays, so all other shares pay for them: each holder of
/// old shares loses the part that the new shares take, and the owner earns the sum. Until the owner claims them, the new
/// shares belong to the vault's own account, which has no NFT for them.
/// Source: phala-blockchain vault.rs, do_gain_owner_share. The amount in PHA is derived: floor(shares × value / all shares).
/// </summary>
internal sealed class OwnerSharesGainedHandler() : SubstrateHandler("PhalaVault", "OwnerSharesGained")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var shares = fields.Balance("shares");
        var price = fields.Balance("checkout_price");
        var (vault, before) = state.Pool(fields.PoolId());
        var total = (before.TotalShares + shares).ToBigInteger();
        var paid = total.IsZero
            ? Pha.Zero
            : Pha.FromBigInteger(shares.ToBigInteger() * before.TotalValue.ToBigInteger() / total);
        yield return new Reward
        {
            PoolId = vault.Id,
            Kind = RewardKind.Commission,
            Amount = -paid,
            TotalShares = before.TotalShares,
            Stated = false,
        };
        yield return new Reward
        {
            PoolId = vault.Id,
            Account = before.Owner,
            Kind = RewardKind.Owner,
            Amount = paid,
            Stated = false,
        };
        yield return new StakeEvent
        {
            PoolId = vault.Id,
            Account = vault.Account,
            Kind = StakeEventKind.OwnerSharesGained,
            Shares = shares,
        };
        yield return new PoolChange(
            vault.Id,
            pool => pool with { OwnerShares = pool.OwnerShares + shares, LastCheckpointPrice = price }
        );
    }
}
