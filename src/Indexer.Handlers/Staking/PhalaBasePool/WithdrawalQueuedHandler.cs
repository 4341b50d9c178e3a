using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaBasePool;

/// <summary>
/// Shares entered the queue of a pool. An account has one entry in it: a new one replaces the old. The shares stay in the
/// position and go on earning until they are paid.
/// The NFT of the queued shares is named since spec 1254; before, it is the one minted last for the base pool account.
/// Source: phala-blockchain base_pool.rs, push_withdraw_in_queue, try_withdraw.
/// </summary>
internal sealed class WithdrawalQueuedHandler() : SubstrateHandler("PhalaBasePool", "WithdrawalQueued")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var pool = state.Pool(fields.PoolId()).Pool;
        var user = fields.AccountId("user");
        var nftId = fields.Has("withdrawing_nft_id")
            ? fields.U32("withdrawing_nft_id")
            : context.LastNft(pool.Id, ofWithdrawal: true).NftId;
        yield return new StakeEvent
        {
            PoolId = pool.Id,
            Account = user,
            Kind = StakeEventKind.WithdrawalQueued,
            WithdrawingShares = fields.Balance("shares") - state.Position(pool.Id, user).WithdrawingShares,
        };
        yield return new StateChange(
            state.Nft(state.CollectionOf(pool.Id)!.Value, nftId) with
            {
                WithdrawalOf = user,
                QueuedAt = context.Block.WholeSecond(),
            }
        );
    }
}
