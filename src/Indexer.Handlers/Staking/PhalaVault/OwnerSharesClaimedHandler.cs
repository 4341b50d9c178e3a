using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaVault;

/// <summary>
/// A vault's owner took commission shares out of the vault's own account. The event names the owner; who got the shares is
/// the holder of the NFT that was minted for them just before. The commission is income, therefore the receiver holds the
/// shares at the cost of their value at this moment: what they gain from here on is a gain, what they were worth is not.
/// Source: phala-blockchain vault.rs, claim_owner_shares.
/// </summary>
internal sealed class OwnerSharesClaimedHandler() : SubstrateHandler("PhalaVault", "OwnerSharesClaimed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var shares = fields.Balance("shares");
        var (vault, before) = state.Pool(fields.PoolId());
        var receiver = context.LastNft(vault.Id, ofWithdrawal: false).Owner;
        var given = new StakeEvent
        {
            PoolId = vault.Id,
            Account = vault.Account,
            Kind = StakeEventKind.OwnerSharesClaimed,
            Shares = -shares,
            Cost = -state.Position(vault.Id, vault.Account).CostOf(shares),
            Counterparty = receiver,
        };
        yield return given;
        yield return given with
        {
            Account = receiver,
            Shares = shares,
            Cost = before.ValueOf(shares),
            Counterparty = vault.Account,
        };
        yield return new PoolChange(vault.Id, pool => pool with { OwnerShares = pool.OwnerShares - shares });
    }
}
