using Indexer.Simulator.Parachain;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Mining;

/// <summary>Plays the actions of one block around stake pools of the first version.</summary>
internal sealed class MiningStory(ParachainStory story)
{
    private const string Pallet = "PhalaStakePool";
    private const ulong CoolDown = 604_800;
    private static readonly UInt128 Minimum = 10_000_000_000;

    private BlockRun Run => story.Run;

    private List<MiningPool> Pools => story.State.MiningPools;

    public void Play(MiningActionKind kind, Prng random)
    {
        if (kind == MiningActionKind.CreatePool)
        {
            var owner = story.Anybody(random).Account;
            story.Sign(owner, Pallet, "create", [], () => MiningRules.Create(Run, owner));
            return;
        }
        if (kind == MiningActionKind.Settle)
        {
            Settle(random);
            return;
        }
        var pool = random.Pick(Pools);
        switch (kind)
        {
            case MiningActionKind.SetCommission:
                var parts = (uint)random.Between(0, 300_000);
                Sign(
                    pool.Owner,
                    "set_payout_pref",
                    [pool.Pid, parts],
                    () => MiningRules.SetCommission(Run, pool, parts)
                );
                break;
            case MiningActionKind.SetCapacity:
                var cap = pool.TotalStake + ((UInt128)random.Between(1_000, 300_000) * 1_000_000_000_000);
                Sign(pool.Owner, "set_cap", [pool.Pid, cap], () => MiningRules.SetCapacity(Run, pool, cap));
                break;
            case MiningActionKind.Contribute:
                Contribute(pool, random);
                break;
            case MiningActionKind.Withdraw:
                Withdraw(pool, random);
                break;
            case MiningActionKind.Claim or MiningActionKind.ClaimStaker or MiningActionKind.ClaimOwner:
                Claim(kind, pool, random);
                break;
            case MiningActionKind.AddToWhitelist or MiningActionKind.RemoveFromWhitelist:
                Whitelist(kind, pool, random);
                break;
            case MiningActionKind.AddWorker:
                AddWorker(pool, random);
                break;
            default:
                Change(kind, pool, random);
                break;
        }
    }

    private void Sign(AccountId who, string call, object?[] arguments, Action execute) =>
        story.Sign(who, Pallet, call, arguments, execute);

    private void Contribute(MiningPool pool, Prng random)
    {
        var user = story.Anybody(random).Account;
        var locked = story.State.Locked(user);
        // Some is kept for fees; the amounts are odd, so that their fixed points are not exact.
        var kept = locked + 50_000_000_000_000;
        var spare = Run.Ledger.Free(user) > kept ? Run.Ledger.Free(user) - kept : 0;
        var amount = random.Chance(70)
            ? random.Part(spare, 20, 500) + (UInt128)random.Below(1_000_000)
            : (UInt128)random.Between(10, 900) * 1_000_000_000_000;
        var welcome = pool.Whitelist is not { } list || list.Contains(user) || pool.Owner == user;
        var bankrupt = pool.TotalShares > 0 && pool.TotalStake == 0;
        var fits = pool.TotalStake + amount <= (pool.Capacity ?? UInt128.MaxValue);
        if (
            amount >= Minimum
            && amount <= spare
            && welcome
            && !bankrupt
            && fits
            && pool.TotalStake + amount < ulong.MaxValue
        )
        {
            Sign(user, "contribute", [pool.Pid, amount], () => MiningRules.Contribute(Run, pool, user, amount));
        }
    }

    private void Withdraw(MiningPool pool, Prng random)
    {
        var holders = pool.Stakers.Where(entry => entry.Value.Shares > 0).Select(entry => entry.Key).ToList();
        if (holders.Count == 0)
        {
            return;
        }
        var waiting = pool.Queue.Select(entry => entry.User).ToList();
        var user = waiting.Count > 0 && random.Chance(30) ? random.Pick(waiting) : random.Pick(holders);
        var all = pool.Stakers[user].Shares;
        var shares = random.Below(4) switch
        {
            0 => all,
            // What stays is dust, or hardly more.
            1 => all - UInt128.Min(all, (UInt128)random.Below(1_500)),
            _ => random.Part(all, 50, 900) + (UInt128)random.Below(3),
        };
        if (!Dust.IsDust(shares) && shares <= all)
        {
            Sign(user, "withdraw", [pool.Pid, shares], () => MiningRules.Withdraw(Run, pool, user, shares));
        }
    }

    private void Claim(MiningActionKind kind, MiningPool pool, Prng random)
    {
        var people = pool.Stakers.Keys.Append(pool.Owner).ToList();
        var user = kind == MiningActionKind.ClaimOwner ? pool.Owner : random.Pick(people);
        var earned = pool.Stakers.TryGetValue(user, out var stake)
            ? stake.Available + WideFixed.Multiply(stake.Shares, pool.Accumulator) - stake.Debt
            : 0;
        var commission = user == pool.Owner ? pool.OwnerReward : 0;
        object?[] arguments = [pool.Pid, user];
        var apart = Run.Runtime.HasEvent(Pallet, "StakerRewardsWithdrawn");
        switch (kind)
        {
            case MiningActionKind.Claim when earned + commission > 0:
                Sign(user, "claim_rewards", arguments, () => MiningRules.Claim(Run, pool, user));
                break;
            case MiningActionKind.ClaimStaker when apart && earned > 0:
                Sign(user, "claim_staker_rewards", arguments, () => MiningRules.ClaimStaker(Run, pool, user));
                break;
            case MiningActionKind.ClaimOwner when apart && commission > 0:
                Sign(user, "claim_owner_rewards", arguments, () => MiningRules.ClaimOwner(Run, pool));
                break;
        }
    }

    private void Whitelist(MiningActionKind kind, MiningPool pool, Prng random)
    {
        var staker = story.Anybody(random).Account;
        if (!Run.Runtime.HasEvent(Pallet, "PoolWhitelistCreated"))
        {
            return;
        }
        if (kind == MiningActionKind.AddToWhitelist && pool.Whitelist?.Contains(staker) != true)
        {
            object?[] arguments = [pool.Pid, staker];
            Sign(pool.Owner, "add_staker_to_whitelist", arguments, () => MiningRules.List(Run, pool, staker));
        }
        else if (kind == MiningActionKind.RemoveFromWhitelist && pool.Whitelist is { } list)
        {
            var listed = random.Pick(list);
            object?[] arguments = [pool.Pid, listed];
            Sign(pool.Owner, "remove_staker_from_whitelist", arguments, () => MiningRules.Unlist(Run, pool, listed));
        }
    }

    private void AddWorker(MiningPool pool, Prng random)
    {
        var idle = story.State.Workers.Find(worker =>
            worker.Pid is null && worker.Phase == WorkerPhase.Ready && worker.Operator == pool.Owner
        );
        var worker = idle is not null && random.Chance(50) ? idle : MinerRules.Register(Run, pool.Owner);
        Sign(pool.Owner, "add_worker", [pool.Pid, worker.PublicKey], () => MinerRules.Add(Run, pool, worker));
    }

    private void Change(MiningActionKind kind, MiningPool pool, Prng random)
    {
        var fitting = pool.Workers.Where(worker => Fits(kind, worker)).ToList();
        if (fitting.Count == 0)
        {
            return;
        }
        var worker = random.Pick(fitting);
        object?[] arguments = [pool.Pid, worker.PublicKey];
        var stake = random.Chance(40) ? pool.FreeStake : random.Part(pool.FreeStake, 200, 950);
        switch (kind)
        {
            case MiningActionKind.RemoveWorker:
                Sign(pool.Owner, "remove_worker", arguments, () => MinerRules.Remove(Run, pool, worker));
                break;
            case MiningActionKind.StartWorker when stake > Minimum:
                Sign(
                    pool.Owner,
                    "start_mining",
                    [.. arguments, stake],
                    () => MinerRules.Start(Run, pool, worker, stake)
                );
                break;
            case MiningActionKind.RestartWorker
                when stake > Minimum && pool.Queue.Count == 0 && Run.Runtime.HasCall(Pallet, "restart_mining"):
                var more = worker.Stake + stake;
                Sign(
                    pool.Owner,
                    "restart_mining",
                    [.. arguments, more],
                    () => MinerRules.Restart(Run, pool, worker, more)
                );
                break;
            case MiningActionKind.StopWorker:
                Sign(pool.Owner, "stop_mining", arguments, () => MinerRules.Stop(Run, pool, worker));
                break;
            case MiningActionKind.ReclaimWorker:
                var anybody = story.Anybody(random).Account;
                Sign(anybody, "reclaim_pool_worker", arguments, () => MinerRules.Reclaim(Run, pool, worker));
                break;
            case MiningActionKind.WorkerResponse:
                MinerRules.ChangeResponse(Run, pool, worker);
                break;
        }
    }

    private bool Fits(MiningActionKind kind, Worker worker) =>
        (kind, worker.Phase) switch
        {
            (MiningActionKind.RemoveWorker or MiningActionKind.StartWorker, WorkerPhase.Ready) => true,
            (
                MiningActionKind.StopWorker
                    or MiningActionKind.RestartWorker
                    or MiningActionKind.WorkerResponse,
                WorkerPhase.Idle
                    or WorkerPhase.Unresponsive
            ) => true,
            (MiningActionKind.ReclaimWorker, WorkerPhase.CoolingDown) => Run.Seconds - worker.StoppedAt >= CoolDown,
            _ => false,
        };

    /// <summary>A message of a gatekeeper. Workers without pool come into it only where events state what became of the rewards.</summary>
    private void Settle(Prng random)
    {
        var batch = new List<(Worker, UInt128, bool)>();
        foreach (var worker in story.State.Workers)
        {
            UInt128 payout = worker.Phase switch
            {
                WorkerPhase.Idle when random.Chance(4) => (UInt128)random.Between(1, 3_000),
                WorkerPhase.Idle when random.Chance(80) => worker.Stake / 900 * (UInt128)random.Between(1, 9),
                WorkerPhase.Ready when IsOfEmptyPool(worker) && random.Chance(20) => 3_000_000_000_007,
                WorkerPhase.Ready when worker.Pid is null && IsStated && random.Chance(3) => 5_000_000_000_000,
                _ => UInt128.Zero,
            };
            if (payout > 0)
            {
                var bits = (UInt128)WideFixed.Of(payout) + (random.Next() >> 30);
                batch.Add((worker, bits, worker.Pid is not null && TellsLate && random.Chance(3)));
            }
        }
        if (batch.Count > 0)
        {
            var who = story.Anybody(random).Account;
            story.Sign(who, "System", "remark", ["settle"u8.ToArray()], () => MinerRules.Settle(Run, batch));
        }
    }

    private bool IsStated => Run.Runtime.HasEvent(Pallet, "RewardReceived");

    private bool TellsLate => Run.Runtime.HasEvent("PhalaMining", "MinerSettlementDropped");

    private bool IsOfEmptyPool(Worker worker) => worker.Pid is { } pid && Pools[(int)pid].TotalShares == 0;
}
