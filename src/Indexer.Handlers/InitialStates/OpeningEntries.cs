using Indexer.Domain;

namespace Indexer.Handlers.InitialStates;

/// <summary>
/// The entries with which a ledger opens that begins with a state: what each account had in each pool, at the value that it had then. From
/// there on the events of the pallets apply as if all before had been indexed.
/// Source: phala-blockchain stakepool.rs, PoolInfo, UserStakeInfo; stake_pool_v2.rs, base_pool.rs.
/// </summary>
internal sealed class OpeningEntries : ChainStartRule
{
    public override IEnumerable<Change> AtStart(InitialStateFile state, NetworkState opened)
    {
        var workers = 0;
        foreach (var item in state.Read())
        {
            switch (item)
            {
                case InitialPool pool:
                    foreach (var change in Opened(pool, opened, state.Head.Block.Height, workers))
                    {
                        yield return change;
                    }

                    workers += pool.Workers.Count;
                    break;
                case InitialRegistration registered:
                    yield return new StateChange(
                        new WorkerRegistration
                        {
                            PublicKey = registered.PublicKey,
                            ConfidenceLevel = registered.ConfidenceLevel,
                            InitialScore = registered.InitialScore,
                        }
                    );
                    break;
            }
        }
    }

    private static IEnumerable<Change> Opened(InitialPool pool, NetworkState opened, long height, int workersBefore)
    {
        var id = $"{pool.Pid}";
        yield return new PoolAppeared(Fact(pool, id));
        yield return new PoolChange(id, created => Terms(pool, created));
        foreach (var change in Stakes(pool, id, opened))
        {
            yield return change;
        }

        for (var at = 0; at < pool.Workers.Count; at++)
        {
            var worker = pool.Workers[at];
            yield return new StateChange(
                new Worker
                {
                    PoolId = id,
                    PublicKey = worker.PublicKey,
                    Session = PoolAccounts.OfMiner(pool.Pid, worker.PublicKey),
                    // Of the block before the first, which has no events: no event can have the same number.
                    SessionId = Worker.SessionIdOf(height, workersBefore + at),
                    State = worker.State,
                    Stake = worker.Stake,
                    CoolingDownSince = worker.CoolingDownSince,
                    IsRemoved = worker.IsRemoved,
                }
            );
        }

        foreach (var account in pool.Whitelist ?? [])
        {
            yield return new StateChange(new WhitelistEntry { PoolId = id, Account = account });
        }
    }

    private static Pool Fact(InitialPool pool, string id)
    {
        var isSecond = pool.Version == 2;
        var hasWorkers = isSecond && pool.Kind == PoolKind.StakePool;
        return new Pool
        {
            Network = "",
            Id = id,
            Kind = pool.Kind,
            Pid = checked((long)pool.Pid),
            Owner = pool.Owner,
            Account = pool.Account ?? PoolAccounts.OfPool(pool.Pid, pool.Owner),
            RewardAccount = hasWorkers ? PoolAccounts.OfReward(pool.Pid, pool.Owner) : null,
            StakeAccount = hasWorkers ? PoolAccounts.OfStake(pool.Pid, pool.Owner) : null,
            CollectionId = pool.CollectionId,
            Height = 0,
            Time = default,
        };
    }

    private static PoolState Terms(InitialPool pool, PoolState created)
    {
        var terms = created with
        {
            Commission = pool.Commission,
            Capacity = pool.Capacity,
            FreeValue = pool.Free,
            OwnerReward = pool.OwnerReward,
            WorkerCount = pool.Workers.Count(worker => !worker.IsRemoved),
            WhitelistEnabled = pool.Whitelist is not null,
            LastCheckpointPrice = pool.CheckpointPrice,
        };
        return pool.Accumulator is { } bits ? terms.WithAccumulator(bits) : terms;
    }

    /// <summary>
    /// Each position at its value, rounded down as ever. The changes of the pool's value are what each of them adds to the value of those
    /// before it, so that they are the pool's value together.
    /// </summary>
    private static IEnumerable<Change> Stakes(InitialPool pool, string id, NetworkState opened)
    {
        var queued = pool.Queue.ToLookup(entry => entry.Account, entry => entry.Shares);
        var waiting = pool
            .Queue.Select(entry => entry.Account)
            .Except(pool.Stakers.Select(staker => staker.Account))
            .Select(account => new InitialStaker(account, Pha.Zero, Pha.Zero, Pha.Zero));
        var (shares, value) = (Pha.Zero, Pha.Zero);
        foreach (var staker in pool.Stakers.Concat(waiting))
        {
            shares += staker.Shares;
            var upTo = ValueOf(pool, shares);
            yield return new LedgerChange(
                new StakeEvent
                {
                    PoolId = id,
                    Account = staker.Account,
                    Kind = StakeEventKind.Initial,
                    Value = upTo - value,
                    Shares = staker.Shares,
                    WithdrawingShares = queued[staker.Account].Aggregate(Pha.Zero, (sum, more) => sum + more),
                    Cost = ValueOf(pool, staker.Shares),
                }
            );
            value = upTo;
            yield return new StateChange(
                opened.Position(id, staker.Account) with
                {
                    AvailableReward = staker.AvailableReward,
                    RewardDebt = staker.RewardDebt,
                }
            );
        }
    }

    private static Pha ValueOf(InitialPool pool, Pha shares) =>
        pool.Shares.IsZero
            ? Pha.Zero
            : Pha.FromBigInteger(shares.ToBigInteger() * pool.Value.ToBigInteger() / pool.Shares.ToBigInteger());
}
