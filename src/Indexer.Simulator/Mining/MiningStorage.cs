using Indexer.Simulator.Governance;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Mining;

/// <summary>The values of the storage of PhalaStakePool and PhalaMining; null where the chain has none.</summary>
internal static class MiningStorage
{
    public static bool Has(string pallet) => pallet is "PhalaStakePool" or "PhalaMining";

    public static object? Value(StakingState state, StorageCell cell) =>
        cell switch
        {
            { Item: "Stakes", First: AccountId session } => state.Workers.Find(worker =>
                worker.Session == session && worker.Stake > 0
            )
                is { } worker
                ? worker.Stake
                : null,
            { Item: "StakePools", First: ulong pid } => Pool(state.MiningPools[(int)pid]),
            { Item: "PoolStakers", First: ulong pid, Second: AccountId user } => Staker(
                user,
                state.MiningPools[(int)pid].Stakers[user]
            ),
            _ => throw new ArgumentException($"{cell} is no storage of these pallets.", nameof(cell)),
        };

    private static object?[] Pool(MiningPool pool) =>
        [
            pool.Pid,
            pool.Owner,
            pool.Commission,
            pool.OwnerReward,
            pool.Capacity,
            (UInt128)pool.Accumulator,
            pool.TotalShares,
            pool.TotalStake,
            pool.FreeStake,
            pool.Releasing,
            pool.Workers.Select(worker => worker.PublicKey).ToArray(),
            pool.Queue.Select(entry => new object?[] { entry.User, entry.Shares, entry.StartTime }).ToArray(),
        ];

    private static object?[] Staker(AccountId user, MiningStake stake) =>
        [user, stake.Locked, stake.Shares, stake.Available, stake.Debt];
}
