using Indexer.Domain;
using Indexer.Handlers.Staking.Assets;
using Indexer.Handlers.Staking.PhalaBasePool;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking;

/// <summary>
/// The move of Khala's stake pools from the first version to the second, in calls of which no event of the pallets tells (specs 1199 to 1206):
/// pools, then delegations, then locks. Number, owner, accounts, positions and shares stay. What is free in a pool and the
/// commission of its owner are minted as wrapped PHA; what waited beside the shares is minted into the pool and becomes part of its value.
/// Source: phala-blockchain stake_pool_v2.rs, migrate_stakepools, migrate_pool_stakers, migrate_stake_ledger.
/// </summary>
internal static class PoolMove
{
    /// <summary>The pallet of the calls.</summary>
    public const string Pallet = "PhalaStakePoolv2";

    /// <summary>The call that moves pools, their queues and the commission of their owners.</summary>
    public const string Pools = "migrate_stakepools";

    /// <summary>The call that moves delegations.</summary>
    public const string Stakers = "migrate_pool_stakers";

    /// <summary>Whether a call of the move raised an event.</summary>
    public static bool IsOf(SubstrateEventContext context, params IReadOnlyList<string> calls) =>
        context.Calls.Any(done =>
            done.Call.Pallet == Pallet
            && calls.Contains(done.Call.Name, StringComparer.Ordinal)
            && done.Raised(context.Event)
        );

    /// <summary>
    /// The first event of a pool's move: what is free in it, and the commission of its owner, count as wrapped PHA from now on, which the events of
    /// Assets state.
    /// </summary>
    public static IEnumerable<Change> Begin(SubstrateEventContext context, NetworkState state, string poolId)
    {
        if (
            state.Pool(poolId).State is { RewardAccumulator: not null, IsMoving: false }
            && IsOf(context, Pools, Stakers)
        )
        {
            yield return new PoolChange(
                poolId,
                pool => pool with { IsMoving = true, FreeValue = Pha.Zero, OwnerReward = Pha.Zero }
            );
        }
    }

    /// <summary>
    /// Wrapped PHA that the move of pools mints. Into the account of commission it is the owner's; into an account that has some from the move already,
    /// it is minted a second time, which is an entry of its own.
    /// </summary>
    public static IEnumerable<Change> Minted(SubstrateEventContext context, NetworkState state)
    {
        var owner = context.Fields.AccountId("owner");
        if (
            !WrappedAsset.IsOf(context.Event)
            || state.PoolWithAccount(owner) is not { Kind: PoolKind.StakePool } pool
            || !IsOf(context, Pools, Stakers)
        )
        {
            return [];
        }

        var amount = context.Fields.Balance(2);
        var before = state.Pool(pool.Id).State;
        var begin = Begin(context, state, pool.Id).ToList();
        var isCommission = owner == pool.RewardAccount;
        var had =
            begin.Count > 0 ? Pha.Zero
            : isCommission ? before.OwnerReward
            : before.FreeValue;
        var isTwice = !had.IsZero && owner != pool.StakeAccount && IsOf(context, Pools);
        return
        [
            .. begin,
            .. isCommission
                ? new Change[]
                {
                    new PoolChange(pool.Id, moved => moved with { OwnerReward = moved.OwnerReward + amount }),
                }
                : [],
            .. isTwice
                ? new Change[]
                {
                    new StakeEvent
                    {
                        PoolId = pool.Id,
                        Account = isCommission ? pool.Owner!.Value : pool.Account,
                        Kind = StakeEventKind.MintedTwice,
                        Amount = amount,
                    },
                }
                : [],
        ];
    }

    /// <summary>
    /// The account that each queued withdrawal which a call moved will pay: nothing but the shares tells, because the queue kept its order and an
    /// account has one entry in it. Of several accounts with the same shares the first by address gets the first.
    /// </summary>
    /// <exception cref="UnknownStateException">Nobody waits with these shares.</exception>
    public static IEnumerable<Change> Queued(IEnumerable<SubstrateEvent> raised, NetworkState state)
    {
        var waiting = state
            .Positions.All.Where(position => !position.WithdrawingShares.IsZero)
            .OrderBy(position => position.Account)
            .GroupBy(position => (position.PoolId, position.WithdrawingShares))
            .ToDictionary(group => group.Key, group => new Queue<Position>(group));
        foreach (var fields in CreatedBy(raised, ofWithdrawal: true))
        {
            var key = (fields.PoolId(), fields.Balance("shares"));
            if (!waiting.TryGetValue(key, out var possible) || !possible.TryDequeue(out var position))
            {
                throw new UnknownStateException(
                    $"the move of pool {key.Item1} of {state.Network} queued {key.Item2} shares, with which nobody waited; events are missing before it."
                );
            }

            var nft = state.Nft(state.CollectionOf(key.Item1)!.Value, fields.U32("nft_id"));
            yield return new StateChange(nft with { WithdrawalOf = position.Account });
        }
    }

    /// <summary>
    /// The delegations that a call moved, each with what waited for it: minted into the pool, in the order of the NFTs, unless it is too little to open the
    /// pool's account, then it is lost.
    /// </summary>
    /// <exception cref="UnknownStateException">Something else was minted than waited.</exception>
    public static IEnumerable<Change> Delegations(IReadOnlyList<SubstrateEvent> raised, NetworkState state)
    {
        var minted = raised
            .Where(issued => issued is { Pallet: "Assets", Name: "Issued" } && WrappedAsset.IsOf(issued))
            .Select(issued =>
                (Pool: state.PoolOfAccount(issued.Fields.AccountId("owner")), Amount: issued.Fields.Balance(2))
            )
            .Where(issue => issue.Pool is not null)
            .GroupBy(issue => issue.Pool!.Id)
            .ToDictionary(group => group.Key, group => new Queue<Pha>(group.Select(issue => issue.Amount)));
        foreach (var fields in CreatedBy(raised, ofWithdrawal: false))
        {
            var position = state.Position(fields.PoolId(), fields.AccountId("owner"));
            var waits = position.PendingIn(state.Pool(position.PoolId).State);
            var isMinted =
                minted.TryGetValue(position.PoolId, out var amounts) && amounts.TryPeek(out var next) && next == waits;
            if (isMinted)
            {
                amounts!.Dequeue();
            }
            else if (waits >= WrappedAsset.MinimumBalance)
            {
                throw new UnknownStateException(
                    $"{waits} PHA of pool {position.PoolId} of {state.Network} waited for {position.Account}, and its move did not mint them; "
                        + "events are missing before it."
                );
            }
            else if (!waits.IsZero)
            {
                yield return new Reward
                {
                    PoolId = position.PoolId,
                    Account = position.Account,
                    Kind = RewardKind.Dismissed,
                    Amount = waits,
                    Stated = false,
                };
            }

            yield return new StakeEvent
            {
                PoolId = position.PoolId,
                Account = position.Account,
                Kind = StakeEventKind.VersionMoved,
                Amount = isMinted ? waits : Pha.Zero,
                Value = isMinted ? waits : Pha.Zero,
            };
        }

        foreach (var (poolId, left) in minted.Where(pool => pool.Value.Count > 0))
        {
            throw new UnknownStateException(
                $"the move of pool {poolId} of {state.Network} minted {left.Peek()} PHA, which waited for nobody; events are missing before it."
            );
        }
    }

    /// <summary>All delegations are moved: pools are of the second version now, and positions are what the NFTs are.</summary>
    /// <exception cref="UnknownStateException">A delegation has no NFT with its shares.</exception>
    public static IEnumerable<Change> End(NetworkState state)
    {
        var first = state
            .Pools.Keys.Where(id => state.Pool(id).State.RewardAccumulator is not null)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var position in first.Count == 0
                ? []
                : state.Positions.All.Where(position => first.Contains(position.PoolId))
        )
        {
            var held = state.CollectionOf(position.PoolId) is { } collection
                ? state.NftsOf(collection, position.Account).Aggregate(Pha.Zero, (sum, nft) => sum + nft.Shares)
                : Pha.Zero;
            if (held != position.Shares)
            {
                throw new UnknownStateException(
                    $"{position.Account} has {position.Shares} shares in pool {position.PoolId} of {state.Network}, but the move gave it NFTs with {held}; "
                        + "events are missing before it."
                );
            }
        }

        return first
            .Order(StringComparer.Ordinal)
            .Select(id => new PoolChange(id, pool => pool with { RewardAccumulator = null, IsMoving = false }));
    }

    private static IEnumerable<EventFields> CreatedBy(IEnumerable<SubstrateEvent> raised, bool ofWithdrawal) =>
        raised
            .Where(created => created is { Pallet: "PhalaBasePool", Name: "NftCreated" })
            .Select(created => created.Fields)
            .Where(fields => (fields.AccountId("owner") == BasePoolAccount.Id) == ofWithdrawal);
}
