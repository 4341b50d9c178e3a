using Indexer.Domain;
using Indexer.Handlers.Staking.Assets;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// The move to the second version had minted too little wrapped PHA behind the stake in workers; this mints what was missing. The
/// value of the pools had it already.
/// Source: phala-blockchain stake_pool_v2.rs, fix_missing_worker_lock.
/// </summary>
internal sealed class FixMissingWorkerLockCall() : SubstrateCallHandler(PoolMove.Pallet, "fix_missing_worker_lock")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        context
            .Raised.Where(issued => issued is { Pallet: "Assets", Name: "Issued" } && WrappedAsset.IsOf(issued))
            .Select(issued => (Account: issued.Fields.AccountId("owner"), Amount: issued.Fields.Balance(2)))
            .Where(issue => state.PoolWithAccount(issue.Account)?.StakeAccount == issue.Account)
            .Select(issue =>
                (Change)
                    new StakeEvent
                    {
                        PoolId = state.PoolWithAccount(issue.Account)!.Id,
                        Account = state.PoolWithAccount(issue.Account)!.Account,
                        Kind = StakeEventKind.WorkerLockFixed,
                        Amount = issue.Amount,
                    }
            );
}
