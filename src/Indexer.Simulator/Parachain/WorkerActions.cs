using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Parachain;

/// <summary>Workers join, start, stop, are reclaimed and leave; gatekeepers settle rewards.</summary>
internal static class WorkerActions
{
    private const string Pallet = "PhalaStakePoolv2";

    public static void Play(ParachainStory story, ActionKind kind, Prng random)
    {
        if (kind == ActionKind.Settle)
        {
            Settle(story, random);
            return;
        }
        var pools = story.State.StakePools.ToList();
        if (pools.Count == 0)
        {
            return;
        }
        var pool = random.Pick(pools);
        var run = story.Run;
        if (kind == ActionKind.AddWorker)
        {
            Add(story, pool, random);
            return;
        }
        var fitting = pool.Workers.Where(worker => Fits(kind, worker, run)).ToList();
        if (fitting.Count == 0)
        {
            return;
        }
        var worker = random.Pick(fitting);
        switch (kind)
        {
            case ActionKind.RemoveWorker:
                story.Sign(
                    pool.Owner,
                    Pallet,
                    "remove_worker",
                    [pool.Pid, worker.PublicKey],
                    () => WorkerRules.Remove(run, pool, worker)
                );
                break;
            case ActionKind.StartWorker:
                Start(story, pool, worker, random);
                break;
            case ActionKind.StopWorker:
                story.Sign(
                    pool.Owner,
                    Pallet,
                    "stop_computing",
                    [pool.Pid, worker.PublicKey],
                    () => WorkerRules.Stop(run, pool, worker)
                );
                break;
            case ActionKind.ReclaimWorker:
                var anybody = story.Anybody(random).Account;
                story.Sign(
                    anybody,
                    Pallet,
                    "reclaim_pool_worker",
                    [pool.Pid, worker.PublicKey],
                    () => WorkerRules.Reclaim(run, pool, worker)
                );
                break;
            default:
                WorkerRules.ChangeResponse(run, pool, worker);
                break;
        }
    }

    private static bool Fits(ActionKind kind, Worker worker, BlockRun run) =>
        (kind, worker.Phase) switch
        {
            (ActionKind.RemoveWorker or ActionKind.StartWorker, WorkerPhase.Ready) => true,
            (ActionKind.StopWorker or ActionKind.WorkerResponse, WorkerPhase.Idle or WorkerPhase.Unresponsive) => true,
            (ActionKind.ReclaimWorker, WorkerPhase.CoolingDown) => run.Seconds - worker.StoppedAt
                >= run.State.Tokenomics.CoolDownPeriod,
            _ => false,
        };

    private static void Add(ParachainStory story, Pool pool, Prng random)
    {
        var idle = story.State.Workers.FirstOrDefault(worker => worker.Pid is null && worker.Operator == pool.Owner);
        var worker = idle is not null && random.Chance(50) ? idle : WorkerRules.Register(story.Run, pool.Owner);
        story.Sign(
            pool.Owner,
            Pallet,
            "add_worker",
            [pool.Pid, worker.PublicKey],
            () => WorkerRules.Add(story.Run, pool, worker)
        );
    }

    private static void Start(ParachainStory story, Pool pool, Worker worker, Prng random)
    {
        var free = story.Run.Ledger.Wrapped(pool.Account);
        var stake = random.Part(free, 200, 900);
        if (stake > 1_000_000_000_000)
        {
            story.Sign(
                pool.Owner,
                Pallet,
                "start_computing",
                [pool.Pid, worker.PublicKey, stake],
                () => WorkerRules.Start(story.Run, pool, worker, stake)
            );
        }
    }

    /// <summary>A batch of settlements: mostly fair rewards, at times dust, at times of workers without a pool.</summary>
    private static void Settle(ParachainStory story, Prng random)
    {
        var batch = new List<(Worker, UInt128)>();
        foreach (var worker in story.State.Workers)
        {
            if (Reward(story, worker, random) is { } amount)
            {
                batch.Add((worker, Payout(amount, random)));
            }
        }
        if (batch.Count > 0)
        {
            var who = story.Anybody(random).Account;
            story.Sign(who, "System", "remark", ["settle"u8.ToArray()], () => WorkerRules.Settle(story.Run, batch));
        }
    }

    private static UInt128? Reward(ParachainStory story, Worker worker, Prng random)
    {
        var dustAllowed = story.Run.Runtime.HasEvent("PhalaStakePoolv2", "RewardToOwnerDismissedDust");
        return worker.Phase switch
        {
            WorkerPhase.Idle when random.Chance(1) => (UInt128)random.Between(1, 900),
            WorkerPhase.Idle when dustAllowed && random.Chance(1) => (UInt128)random.Between(2_000, 3_000_000),
            WorkerPhase.Idle when random.Chance(70) => worker.Stake / 1000 * (UInt128)random.Between(1, 4),
            WorkerPhase.Ready when worker.Pid is null && random.Chance(1) => 5_000_000_000_000,
            WorkerPhase.Ready when IsOfEmptyPool(story, worker) && random.Chance(10) => 3_000_000_000_000,
            _ => null,
        };
    }

    private static bool IsOfEmptyPool(ParachainStory story, Worker worker) =>
        worker.Pid is { } pid && story.State.Pools[(int)pid].TotalShares == 0;

    /// <summary>A payout as U64F64 bits with a noisy fraction, as a gatekeeper computes it.</summary>
    private static UInt128 Payout(UInt128 amount, Prng random) =>
        FixedPoint.FromBalance(amount).Bits + (random.Next() >> 40);
}
