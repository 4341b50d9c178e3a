using Indexer.Domain;

namespace Indexer.Handlers.Staking;

/// <summary>The two versions of stake pools.</summary>
internal static class PoolVersions
{
    /// <summary>Makes sure that a pool that the second version names is one of it, or on its way to it.</summary>
    /// <exception cref="UnknownStateException">It is of the first version, and no call that was indexed moved it.</exception>
    public static void RequireSecondVersion(this NetworkState state, string poolId)
    {
        if (state.Pool(poolId).State is { RewardAccumulator: not null, IsMoving: false })
        {
            throw new UnknownStateException(
                $"stake pool {poolId} of {state.Network} is of the first version, and none of the calls that move it to the second "
                    + "(PhalaStakePoolv2.migrate_stakepools) was carried out before. The index stays as of the block before."
            );
        }
    }
}
