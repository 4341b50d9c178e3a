using Indexer.Domain;
using Indexer.Handlers.Staking.Assets;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaBasePool;

/// <summary>
/// Holds the ledger to the NFTs, which are the truth of delegations: at the end of a block, the shares of each position
/// that the block touched must be those of the account's NFTs, and its withdrawing shares those in the queue. Before spec
/// 1254 the chain removed queued shares worth at most 0.01 PHA without an event, each with the NFT that it burned; the ledger
/// then removes them too. The value of the pool stays, the price of the others' shares rises. An account may queue shares
/// again and again in one block, and each replaces what the account had queued before. Any other difference is an error.
/// Pools that are on their way to the second version are looked at when they arrive (<see cref="PoolMove"/>).
/// A vault's own account is left out: it holds the commission shares that nobody claimed yet, for which there is no NFT.
/// Source: phala-blockchain base_pool.rs, maybe_remove_dust.
/// </summary>
internal sealed class DustRule : SubstrateBlockRule
{
    public override IEnumerable<(SubstrateEvent Cause, Change Change)> AtEnd(
        IReadOnlyList<SubstrateEvent> events,
        NetworkState state
    ) =>
        Touched(state)
            .Distinct()
            .Where(touched => touched.Account != touched.Pool.Account)
            .Where(touched => !state.Pool(touched.Pool.Id).State.IsMoving)
            .OrderBy(touched => state.CollectionOf(touched.Pool.Id))
            .ThenBy(touched => touched.Account)
            .Select(touched => (touched.Pool, Entry: Compare(events, state, touched.Pool, touched.Account)))
            .Where(compared => compared.Entry is not null)
            .Select(compared => (Cause(events, compared.Pool, compared.Entry!, state), (Change)compared.Entry!));

    private static IEnumerable<(Pool Pool, AccountId Account)> Touched(NetworkState state)
    {
        foreach (var (poolId, account) in state.Positions.BeforeBlock.Keys)
        {
            if (state.CollectionOf(poolId) is not null)
            {
                yield return (state.Pool(poolId).Pool, account);
            }
        }

        foreach (var (key, before) in state.Nfts.BeforeBlock)
        {
            if (state.PoolOfCollection(key.CollectionId) is not { } pool)
            {
                continue;
            }

            foreach (var nft in new[] { before, state.Nfts.Find(key) }.OfType<DelegationNft>())
            {
                yield return (pool, nft.WithdrawalOf ?? nft.Owner);
            }
        }
    }

    private static StakeEvent? Compare(
        IReadOnlyList<SubstrateEvent> events,
        NetworkState state,
        Pool pool,
        AccountId account
    )
    {
        var position = state.Position(pool.Id, account);
        var held = Pha.Zero;
        var queued = Pha.Zero;
        foreach (var nft in state.NftsOf(state.CollectionOf(pool.Id)!.Value, account))
        {
            held += nft.Shares;
            queued += nft.WithdrawalOf is null ? Pha.Zero : nft.Shares;
        }

        var dust = position.Shares - held;
        var queuedDust = position.WithdrawingShares - queued;
        if (dust.IsZero && queuedDust.IsZero)
        {
            return null;
        }

        var burned = events.Count(raised => raised.Name == "NFTBurned" && IsOf(raised, pool, state));
        var most = new Pha(WrappedAsset.MinimumBalance.Units * burned);
        if (dust <= Pha.Zero || dust > most || queuedDust < Pha.Zero || queuedDust > dust)
        {
            throw new UnknownStateException(
                $"{account} has {position.Shares} shares ({position.WithdrawingShares} withdrawing) in pool {pool.Id} of {state.Network}, "
                    + $"but its NFTs have {held} ({queued} withdrawing); events are missing or not understood."
            );
        }

        return new StakeEvent
        {
            PoolId = pool.Id,
            Account = account,
            Kind = StakeEventKind.DustRemoved,
            Shares = -dust,
            WithdrawingShares = -queuedDust,
            Cost = -position.CostOf(dust),
        };
    }

    private static SubstrateEvent Cause(
        IReadOnlyList<SubstrateEvent> events,
        Pool pool,
        StakeEvent entry,
        NetworkState state
    ) =>
        events.LastOrDefault(raised => IsOf(raised, pool, state))
        ?? throw new UnknownStateException(
            $"{entry.Account} has {-entry.Shares} shares more in pool {pool.Id} than its NFTs, "
                + "and no NFT of the pool changed in the block."
        );

    private static bool IsOf(SubstrateEvent raised, Pool pool, NetworkState state) =>
        raised.Pallet == "RmrkCore"
        && raised.Fields.Has("collection_id")
        && raised.Fields.U32("collection_id") == state.CollectionOf(pool.Id);
}
