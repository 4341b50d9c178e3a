using Indexer.Domain;
using Indexer.Substrate.Keys;
using Indexer.Substrate.Metadata;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>Accounts without key that the runtime derives: a prefix, then as much of the hash of their origin as fits.</summary>
internal static class PoolAccounts
{
    /// <summary>The account of a stake pool in the second version. Source: phala-blockchain base_pool.rs, generate_staker_account.</summary>
    public static AccountId OfPool(ulong pid, AccountId owner) => Derived("bp/"u8, pid, owner);

    /// <summary>The account that mines for a worker in a pool. Source: phala-blockchain stakepool.rs, pool_sub_account.</summary>
    public static AccountId OfMiner(ulong pid, AccountId worker) => Derived("spm/"u8, pid, worker);

    private static AccountId Derived(ReadOnlySpan<byte> prefix, ulong pid, AccountId other)
    {
        var hash = StorageKey.Hash(StorageHasher.Blake2256, [.. StorageKeys.U64(pid), .. other.ToArray()]);
        return new AccountId([.. prefix, .. hash.AsSpan(0, AccountId.SubstrateLength - prefix.Length)]);
    }
}
