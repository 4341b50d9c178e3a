using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Staking;

/// <summary>Workers: the PhalaRegistry and PhalaComputation pallets and their part of PhalaStakePoolv2.</summary>
internal static class WorkerRules
{
    private static readonly UInt128 InitialV = (UInt128)5000 << 64;

    public static Worker Register(BlockRun run, AccountId owner)
    {
        var key = Digests.Of("worker", owner, run.State.Workers.Count);
        var worker = new Worker(key, owner);
        run.State.Workers.Add(worker);
        run.Emit("PhalaRegistry", "WorkerAdded", key, "Root", (byte)1);
        run.Emit("PhalaRegistry", "InitialScoreSet", key, 2000u);
        return worker;
    }

    public static void Add(BlockRun run, Pool pool, Worker worker)
    {
        var seed = new ScaleWriter().Integer(pool.Pid, 8).Raw(worker.PublicKey).ToArray();
        worker.Pid = pool.Pid;
        worker.Session = AccountId.Padded("spm/", Digests.Blake2b256(seed));
        pool.Workers.Add(worker);
        run.Touch(pool);
        run.Emit("PhalaComputation", "SessionBound", worker.Session, worker.PublicKey);
        run.Emit("PhalaStakePoolv2", "PoolWorkerAdded", pool.Pid, worker.PublicKey, worker.Session);
    }

    public static void Remove(BlockRun run, Pool pool, Worker worker)
    {
        run.Emit("PhalaComputation", "SessionUnbound", worker.Session, worker.PublicKey);
        pool.Workers.Remove(worker);
        worker.Pid = null;
        run.Touch(pool);
        run.Emit("PhalaStakePoolv2", "PoolWorkerRemoved", pool.Pid, worker.PublicKey);
    }

    public static void Start(BlockRun run, Pool pool, Worker worker, UInt128 stake)
    {
        run.Emit("PhalaComputation", "WorkerStarted", worker.Session, InitialV, 2000u);
        pool.LeakedDust += run.Ledger.TransferWrapped(run, pool.Account, pool.LockAccount, stake);
        worker.Stake = stake;
        worker.Phase = WorkerPhase.Idle;
        run.Touch(pool);
        run.Emit("PhalaStakePoolv2", "WorkingStarted", pool.Pid, worker.PublicKey, stake);
    }

    public static void Stop(BlockRun run, Pool pool, Worker worker)
    {
        worker.Phase = WorkerPhase.CoolingDown;
        worker.StoppedAt = run.Seconds;
        run.Touch(pool);
        run.Emit("PhalaComputation", "WorkerStopped", worker.Session);
    }

    public static void Reclaim(BlockRun run, Pool pool, Worker worker)
    {
        run.Emit("PhalaComputation", "WorkerReclaimed", worker.Session, worker.Stake, UInt128.Zero);
        run.Ledger.TransferWrapped(run, pool.LockAccount, pool.Account, worker.Stake);
        worker.Stake = 0;
        worker.Phase = WorkerPhase.Ready;
        run.Touch(pool);
        new WithdrawQueue(run, pool).Process();
        run.Emit("PhalaStakePoolv2", "WorkerReclaimed", pool.Pid, worker.PublicKey);
    }

    public static void ChangeResponse(BlockRun run, Pool pool, Worker worker)
    {
        var enters = worker.Phase == WorkerPhase.Idle;
        worker.Phase = enters ? WorkerPhase.Unresponsive : WorkerPhase.Idle;
        run.Touch(pool);
        run.Emit("PhalaComputation", enters ? "WorkerEnterUnresponsive" : "WorkerExitUnresponsive", worker.Session);
    }

    /// <summary>
    /// One gatekeeper message: all sessions settle first, each with a fifth of the whole for the treasury, where the payout is the
    /// other four; then their rewards arrive in the same order.
    /// </summary>
    public static void Settle(BlockRun run, IReadOnlyList<(Worker Worker, UInt128 PayoutBits)> settlements)
    {
        foreach (var (worker, payout) in settlements)
        {
            run.Ledger.SettleTreasury(run, new FixedPoint(payout / 4).ToBalance());
            run.Emit("PhalaComputation", "SessionSettled", worker.Session, InitialV, payout);
        }
        foreach (var (worker, payout) in settlements)
        {
            var reward = new FixedPoint(payout).ToBalance();
            if (worker.Pid is { } pid)
            {
                StakePoolRules.Reward(run, run.State.Pools[(int)pid], reward);
                continue;
            }
            var at = run.Emit("PhalaStakePoolv2", "RewardDismissedNotInPool", worker.PublicKey, reward);
            run.Records.Dismissed.Add(new(run.Height, at, "RewardDismissedNotInPool", null, reward));
        }
    }
}
