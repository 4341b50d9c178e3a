using System.Numerics;
using Indexer.Simulator.Scale;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Mining;

/// <summary>The PhalaMining pallet and what it tells the stake pools.</summary>
internal static class MinerRules
{
    private const string Pallet = "PhalaMining";
    private const string Pools = "PhalaStakePool";
    private static readonly UInt128 InitialV = (UInt128)5000 << 64;

    public static Worker Register(BlockRun run, AccountId owner)
    {
        var worker = new Worker(Digests.Of("worker", owner, run.State.Workers.Count), owner);
        run.State.Workers.Add(worker);
        return worker;
    }

    public static void Add(BlockRun run, MiningPool pool, Worker worker)
    {
        var seed = new ScaleWriter().Integer(pool.Pid, 8).Raw(worker.PublicKey).ToArray();
        worker.Pid = pool.Pid;
        worker.Session = AccountId.Padded("spm/", Digests.Blake2b256(seed));
        pool.Workers.Add(worker);
        run.Touch(pool);
        run.Emit(Pallet, "MinerBound", worker.Session, worker.PublicKey);
        run.Emit(Pools, "PoolWorkerAdded", pool.Pid, worker.PublicKey, worker.Session);
    }

    public static void Remove(BlockRun run, MiningPool pool, Worker worker)
    {
        run.Emit(Pallet, "MinerUnbound", worker.Session, worker.PublicKey);
        pool.Workers.Remove(worker);
        worker.Pid = null;
        run.Touch(pool);
        run.EmitIfKnown(Pools, "PoolWorkerRemoved", pool.Pid, worker.PublicKey);
    }

    public static void Start(BlockRun run, MiningPool pool, Worker worker, UInt128 stake)
    {
        run.Emit(Pallet, "MinerStarted", worker.Session, InitialV, 2000u);
        worker.Stake = stake;
        worker.Phase = WorkerPhase.Idle;
        pool.FreeStake -= stake;
        run.Touch(pool);
        Changed(run, worker);
        run.EmitIfKnown(Pools, "MiningStarted", pool.Pid, worker.PublicKey, stake);
    }

    public static void Stop(BlockRun run, MiningPool pool, Worker worker)
    {
        worker.Phase = WorkerPhase.CoolingDown;
        worker.StoppedAt = run.Seconds;
        pool.Releasing += worker.Stake;
        run.Touch(pool);
        run.Emit(Pallet, "MinerStopped", worker.Session);
    }

    public static void Reclaim(BlockRun run, MiningPool pool, Worker worker)
    {
        var stake = worker.Stake;
        run.Emit(Pallet, "MinerReclaimed", worker.Session, stake, UInt128.Zero);
        worker.Stake = 0;
        worker.Phase = WorkerPhase.Ready;
        pool.FreeStake += stake;
        pool.Releasing -= stake;
        run.Touch(pool);
        Changed(run, worker);
        MiningRules.PayQueue(run, pool);
        run.EmitIfKnown(Pools, "WorkerReclaimed", pool.Pid, worker.PublicKey, stake);
    }

    /// <summary>Stops a worker and starts it at once with more.</summary>
    public static void Restart(BlockRun run, MiningPool pool, Worker worker, UInt128 stake)
    {
        Stop(run, pool, worker);
        Reclaim(run, pool, worker);
        Start(run, pool, worker, stake);
    }

    public static void ChangeResponse(BlockRun run, MiningPool pool, Worker worker)
    {
        var enters = worker.Phase == WorkerPhase.Idle;
        worker.Phase = enters ? WorkerPhase.Unresponsive : WorkerPhase.Idle;
        run.Touch(pool);
        var exit = run.Runtime.HasEvent(Pallet, "MinerExitUnresponsive")
            ? "MinerExitUnresponsive"
            : "MinerExitUnresponive";
        run.Emit(Pallet, enters ? "MinerEnterUnresponsive" : exit, worker.Session);
    }

    /// <summary>
    /// One gatekeeper message: all bound miners settle first, a late one only by name, then the rewards arrive in the order of the
    /// message. A worker without pool ends it: those behind get nothing.
    /// </summary>
    public static void Settle(BlockRun run, IReadOnlyList<(Worker Worker, UInt128 Payout, bool IsLate)> settlements)
    {
        var told = new List<int>();
        foreach (var (worker, payout, isLate) in settlements)
        {
            var isBound = worker.Pid is not null;
            told.Add(
                isBound
                    ? run.Emit(
                        Pallet,
                        isLate ? "MinerSettlementDropped" : "MinerSettled",
                        worker.Session,
                        InitialV,
                        payout
                    )
                    : -1
            );
        }
        foreach (var ((worker, payout, _), at) in settlements.Zip(told))
        {
            var reward = WideFixed.Balance((BigInteger)payout);
            if (worker.Pid is not { } pid)
            {
                MiningRules.Dismiss(run, "RewardDismissedNotInPool", null, worker.PublicKey, reward);
                return;
            }
            MiningRules.Reward(run, run.State.MiningPools[(int)pid], reward, at);
        }
    }

    private static void Changed(BlockRun run, Worker worker) =>
        run.Governance.ChangedCells.Add(new(Pallet, "Stakes", worker.Session));
}
