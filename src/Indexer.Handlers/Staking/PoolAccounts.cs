using System.Buffers.Binary;
using Indexer.Domain;
using Indexer.Substrate.Keys;
using Indexer.Substrate.Metadata;

namespace Indexer.Handlers.Staking;

/// <summary>
/// The accounts that the runtime makes for a stake pool beside its own: a prefix and the hash of its number and its owner, cut off after 32 bytes.
/// Source: phala-blockchain stake_pool_v2.rs, generate_owner_and_lock_account.
/// </summary>
internal static class PoolAccounts
{
    /// <summary>Where its owner's commission waits.</summary>
    public static AccountId OfReward(ulong pid, AccountId owner) => Of("so/"u8, pid, owner);

    /// <summary>Where the stake of its workers lies.</summary>
    public static AccountId OfStake(ulong pid, AccountId owner) => Of("sl/"u8, pid, owner);

    private static AccountId Of(ReadOnlySpan<byte> prefix, ulong pid, AccountId owner)
    {
        var seed = new byte[sizeof(ulong) + AccountId.SubstrateLength];
        BinaryPrimitives.WriteUInt64LittleEndian(seed, pid);
        owner.Bytes.CopyTo(seed.AsSpan(sizeof(ulong)));
        byte[] account = [.. prefix, .. StorageKey.Hash(StorageHasher.Blake2256, seed)];
        return new AccountId(account.AsSpan(0, AccountId.SubstrateLength));
    }
}
