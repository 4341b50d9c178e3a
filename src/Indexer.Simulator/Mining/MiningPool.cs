using System.Numerics;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Mining;

/// <summary>A stake pool of the first version, as the runtime stores it.</summary>
internal sealed class MiningPool(ulong pid, AccountId owner, long createdAt)
{
    public ulong Pid => pid;

    public AccountId Owner => owner;

    public uint? Commission { get; set; }

    public UInt128 OwnerReward { get; set; }

    public UInt128? Capacity { get; set; }

    public BigInteger Accumulator { get; set; }

    public UInt128 TotalShares { get; set; }

    public UInt128 TotalStake { get; set; }

    public UInt128 FreeStake { get; set; }

    public UInt128 Releasing { get; set; }

    public List<Worker> Workers { get; } = [];

    public List<WaitingShares> Queue { get; set; } = [];

    public List<AccountId>? Whitelist { get; set; }

    public SortedDictionary<AccountId, MiningStake> Stakers { get; } = [];

    public BigInteger? Price => WideFixed.Ratio(TotalStake, TotalShares);

    public UInt128 Waiting(AccountId user) =>
        Queue.Where(entry => entry.User == user).Aggregate(UInt128.Zero, (sum, entry) => sum + entry.Shares);

    public MiningPoolBook Book =>
        new(
            pid,
            owner,
            createdAt,
            TotalShares,
            TotalStake,
            FreeStake,
            Accumulator,
            Commission ?? 0,
            Capacity,
            OwnerReward,
            [.. Workers.Select(worker => worker.Book)],
            Whitelist?.ToArray()
        );
}

/// <summary>What a delegator has in a pool.</summary>
internal sealed class MiningStake
{
    public UInt128 Locked { get; set; }

    public UInt128 Shares { get; set; }

    public UInt128 Available { get; set; }

    public UInt128 Debt { get; set; }

    public UInt128 Claimed { get; set; }
}

/// <summary>Shares that wait for free stake.</summary>
internal sealed record WaitingShares(AccountId User, UInt128 Shares, ulong StartTime);
