using Indexer.Domain;
using Indexer.Substrate.Keys;
using Indexer.Substrate.Metadata;

namespace Indexer.Handlers.Staking;

/// <summary>
/// Accounts without key that the runtime derives from the number of a pool and another account: a prefix, then as much of the hash of both as
/// fits.
/// </summary>
internal static class PoolAccounts
{
    /// <summary>The account of a stake pool in the second version. Source: phala-blockchain base_pool.rs, generate_staker_account.</summary>
    public static AccountId OfPool(ulong pid, AccountId owner) => Derived("bp/"u8, pid, owner);

    /// <summary>Where its owner's commission waits. Source: stake_pool_v2.rs, generate_owner_and_lock_account.</summary>
    public static AccountId OfReward(ulong pid, AccountId owner) => Derived("so/"u8, pid, owner);

    /// <summary>Where the stake of its workers lies. Source: stake_pool_v2.rs, generate_owner_and_lock_account.</summary>
    public static AccountId OfStake(ulong pid, AccountId owner) => Derived("sl/"u8, pid, owner);

    /// <summary>The account that mines for a worker in a pool of the first version. Source: stakepool.rs, pool_sub_account.</summary>
    public static AccountId OfMiner(ulong pid, AccountId worker) => Derived("spm/"u8, pid, worker);

    private static AccountId Derived(ReadOnlySpan<byte> prefix, ulong pid, AccountId other)
    {
        var hash = StorageKey.Hash(StorageHasher.Blake2256, [.. StorageKeys.U64(pid), .. other.ToArray()]);
        return new AccountId([.. prefix, .. hash.AsSpan(0, AccountId.SubstrateLength - prefix.Length)]);
    }
}
