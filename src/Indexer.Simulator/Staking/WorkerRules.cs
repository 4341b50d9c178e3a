using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Staking;

/// <summary>Workers: the PhalaRegistry and PhalaComputation pallets and their part of PhalaStakePoolv2.</summary>
internal static class WorkerRules
{
    public static Worker Register(BlockRun run, AccountId owner)
    {
        var key = Digests.Of("worker", owner, run.State.Workers.Count);
        var worker = new Worker(key, owner) { ConfidenceLevel = Confidence(key[0]), Score = 1_000 + (key[1] * 10u) };
        run.State.Workers.Add(worker);
        run.Emit("PhalaRegistry", "WorkerAdded", key, "Root", worker.ConfidenceLevel);
        run.Emit("PhalaRegistry", "InitialScoreSet", key, worker.Score);
        run.Records.Registrations.Set(worker.Registration.PublicKey, run.Height, worker.Registration);
        return worker;
    }

    public static void Add(BlockRun run, Pool pool, Worker worker)
    {
        var seed = new ScaleWriter().Integer(pool.Pid, 8).Raw(worker.PublicKey).ToArray();
        worker.Pid = pool.Pid;
        worker.Session = AccountId.Padded("spm/", Digests.Blake2b256(seed));
        (worker.V, worker.InitialV, worker.InitialP, worker.InstantP, worker.TotalReward) = (default, null, null, 0, 0);
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
        var v = ComputationRules.FirstV(run.State.Tokenomics, worker, stake);
        (worker.V, worker.InitialV, worker.InitialP) = (v, v, worker.Score);
        run.Emit("PhalaComputation", "WorkerStarted", worker.Session, v.Bits, worker.Score);
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
    /// other four; then their rewards arrive in the same order. Before them, some workers are lost or back, others sent their heartbeats,
    /// and at times a new attestation.
    /// </summary>
    public static void Settle(BlockRun run, IReadOnlyList<(Worker Worker, UInt128 PayoutBits)> settlements)
    {
        foreach (var worker in run.State.Workers.Where(one => IsLostOrBack(run, one)))
        {
            ChangeResponse(run, run.State.Pools[(int)worker.Pid!.Value], worker);
        }
        foreach (var (worker, _) in settlements.Where(one => one.Worker.Pid is not null))
        {
            Report(run, worker);
        }
        foreach (var (worker, payout) in settlements)
        {
            if (worker.Pid is { } bound)
            {
                SettleSession(run, run.State.Pools[(int)bound], worker, payout);
            }
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

    private static bool IsLostOrBack(BlockRun run, Worker worker) =>
        worker.Phase switch
        {
            WorkerPhase.Idle => ComputationRules.Chance("lost", worker, run.Height) % 48 == 0,
            WorkerPhase.Unresponsive => ComputationRules.Chance("back", worker, run.Height) % 2 == 0,
            _ => false,
        };

    private static void SettleSession(BlockRun run, Pool pool, Worker worker, UInt128 payout)
    {
        if (ComputationRules.Chance("late", worker, run.Height) % 32 == 0)
        {
            run.Emit("PhalaComputation", "SessionSettlementDropped", worker.Session, worker.V.Bits + 1, payout);
            run.Records.DroppedSettlements.Add((run.Height, new FixedPoint(payout).ToBalance()));
            return;
        }
        worker.V = ComputationRules.NextV(worker, payout, run.Height);
        worker.TotalReward += new FixedPoint(payout).ToBalance();
        run.Touch(pool);
        run.Ledger.SettleTreasury(run, new FixedPoint(payout / 4).ToBalance());
        run.Emit("PhalaComputation", "SessionSettled", worker.Session, worker.V.Bits, payout);
    }

    private static void Report(BlockRun run, Worker worker)
    {
        var chance = ComputationRules.Chance("heartbeat", worker, run.Height);
        run.Touch(run.State.Pools[(int)worker.Pid!.Value]);
        worker.InstantP = (uint)(worker.Score * (80 + (chance % 41)) / 100);
        run.Emit("PhalaComputation", "BenchmarkUpdated", worker.Session, worker.InstantP);
        if (chance % 17 == 0)
        {
            worker.ConfidenceLevel = Confidence((byte)(chance >> 8));
            run.Emit("PhalaRegistry", "WorkerUpdated", worker.PublicKey, "Ias", worker.ConfidenceLevel);
            run.Records.Registrations.Set(worker.Registration.PublicKey, run.Height, worker.Registration);
        }
    }

    /// <summary>1 to 5, and at times 128: no attestation.</summary>
    private static byte Confidence(byte chance) => chance % 16 == 0 ? (byte)128 : (byte)(1 + (chance % 5));
}
