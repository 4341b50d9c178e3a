using Indexer.Domain;

namespace Indexer.Handlers.Migration;

/// <summary>
/// Closes every holding of an ended parachain (docs/chains/parachains.md, The end): positions and the queue at the last price,
/// what pools owe their owners, and the balances of accounts. What a vault has in stake pools is its delegators' already.
/// </summary>
internal sealed class StakeClosing : ChainEndRule
{
    /// <inheritdoc />
    public override IReadOnlyList<StorageMap> Maps => ClosingBalances.Maps;

    /// <inheritdoc />
    public override IEnumerable<Change> AtEnd(EndedChain end, NetworkState state)
    {
        var balances = ClosingBalances.Read(end, state);
        return
        [
            .. Stakes(state)
                .Concat(balances ?? [])
                .Select(entry => (Change)(entry with { Leg = end.Legs[entry.Kind] })),
            .. state
                .Positions.All.Where(position => !position.Shares.IsZero || !Pending(state, position).IsZero)
                .OrderBy(position => position.PoolId, StringComparer.Ordinal)
                .ThenBy(position => position.Account)
                .Select(position => (Change)Closed(position, ValueOf(state, position))),
            .. state.Nfts.All.Select(nft => new StateChange(nft, Ends: true)),
            .. state
                .WrappedBalances.All.OrderBy(wrapped => wrapped.Account)
                .Select(wrapped => new StateChange(wrapped, Ends: true)),
            .. state.Pools.Keys.Order(StringComparer.Ordinal).Select(id => new PoolChange(id, Emptied)),
            new StateChange(
                new ChainEnd
                {
                    LastHeight = end.Last.Height,
                    EndedAt = end.Last.Time,
                    BalancesRead = balances is not null,
                }
            ),
        ];
    }

    private static IEnumerable<MigrationEntry> Stakes(NetworkState state)
    {
        var positions = state.Positions.All.ToLookup(position => position.PoolId, StringComparer.Ordinal);
        var invested = state
            .Positions.All.Where(position => IsOfPool(state, position))
            .GroupBy(position => position.Account)
            .ToDictionary(group => group.Key, group => Sum(group.Select(position => ValueOf(state, position))));
        foreach (var (id, pool) in state.Pools.OrderBy(pool => pool.Key, StringComparer.Ordinal))
        {
            var held = Pha.Zero;
            foreach (var position in positions[id].OrderBy(position => position.Account))
            {
                held += ValueOf(state, position);
                foreach (var entry in IsOfPool(state, position) ? Owned(state, pool, position) : Held(state, position))
                {
                    yield return entry;
                }
            }

            var last = state.Pool(id).State;
            if (!last.OwnerReward.IsZero)
            {
                yield return Entry(MigrationEntryKind.OwnerReward, id, Owner(pool, last), last.OwnerReward);
            }

            var investments = invested.GetValueOrDefault(pool.Account) - Own(state, pool);
            var rest =
                last.TotalValue
                - held
                + (pool.Kind == PoolKind.Vault ? last.FreeValue + investments - last.TotalValue : Pha.Zero);
            if (!rest.IsZero)
            {
                yield return Entry(MigrationEntryKind.Rounding, id, pool.Account, rest);
            }
        }
    }

    /// <summary>A delegator's position: what waits in the queue apart from the rest.</summary>
    private static IEnumerable<MigrationEntry> Held(NetworkState state, Position position)
    {
        var pool = state.Pool(position.PoolId).State;
        var queued = pool.ValueOf(position.WithdrawingShares);
        var queuedCost = position.CostOf(position.WithdrawingShares);
        var pending = Pending(state, position);
        if (!pending.IsZero)
        {
            yield return Entry(MigrationEntryKind.PendingReward, position.PoolId, position.Account, pending);
        }

        if (position.Shares.IsZero)
        {
            yield break;
        }

        yield return Entry(
            MigrationEntryKind.Delegation,
            position.PoolId,
            position.Account,
            ValueOf(state, position) - queued
        ) with
        {
            Shares = position.Shares - position.WithdrawingShares,
            Cost = position.Cost - queuedCost,
        };
        if (!position.WithdrawingShares.IsZero)
        {
            yield return Entry(MigrationEntryKind.Withdrawing, position.PoolId, position.Account, queued) with
            {
                Shares = position.WithdrawingShares,
                Cost = queuedCost,
            };
        }
    }

    /// <summary>What a pool's own account has in a pool: in itself the owner's commission shares, in others its delegators' money.</summary>
    private static IEnumerable<MigrationEntry> Owned(NetworkState state, Pool pool, Position position)
    {
        if (position.Account == pool.Account && !position.Shares.IsZero)
        {
            yield return Entry(
                MigrationEntryKind.OwnerShares,
                pool.Id,
                Owner(pool, state.Pool(pool.Id).State),
                ValueOf(state, position)
            ) with
            {
                Shares = position.Shares,
            };
        }
    }

    private static StakeEvent Closed(Position position, Pha value) =>
        new()
        {
            PoolId = position.PoolId,
            Account = position.Account,
            Kind = StakeEventKind.Migrated,
            Amount = value,
            Value = -value,
            Shares = -position.Shares,
            WithdrawingShares = -position.WithdrawingShares,
            Cost = -position.Cost,
        };

    private static Pha Own(NetworkState state, Pool pool) =>
        state.Positions.Find((pool.Id, pool.Account)) is { } own ? ValueOf(state, own) : Pha.Zero;

    private static bool IsOfPool(NetworkState state, Position position) =>
        state.PoolOfAccount(position.Account) is not null;

    private static Pha ValueOf(NetworkState state, Position position) =>
        state.Pool(position.PoolId).State.ValueOf(position.Shares);

    /// <summary>What waits beside the shares of a stake pool of the first version, where a chain ends before the move.</summary>
    private static Pha Pending(NetworkState state, Position position) =>
        position.PendingIn(state.Pool(position.PoolId).State);

    private static AccountId Owner(Pool pool, PoolState state) =>
        state.Owner
        ?? throw new UnknownStateException($"Pool {pool.Id} has no owner, so nobody whom its commission belongs to.");

    private static MigrationEntry Entry(MigrationEntryKind kind, string? pool, AccountId account, Pha amount) =>
        new()
        {
            Kind = kind,
            Leg = default,
            PoolId = pool,
            Account = account,
            Amount = amount,
        };

    private static Pha Sum(IEnumerable<Pha> values) => values.Aggregate(Pha.Zero, (sum, value) => sum + value);

    /// <summary>What is no sum of stake events; of the value the rounding stays, which is nobody's.</summary>
    private static PoolState Emptied(PoolState last) =>
        last with
        {
            FreeValue = Pha.Zero,
            OwnerReward = Pha.Zero,
            OwnerShares = Pha.Zero,
        };
}
