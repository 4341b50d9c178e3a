using Indexer.Domain;

namespace Indexer.Handlers.Staking;

/// <summary>The two versions of stake pools.</summary>
internal static class PoolVersions
{
    /// <summary>Makes sure that a pool that the second version names is one of it.</summary>
    /// <exception cref="UnknownStateException">It is of the first version.</exception>
    public static void RequireSecondVersion(this NetworkState state, string poolId)
    {
        if (state.Pool(poolId).State.RewardAccumulator is not null)
        {
            throw new UnknownStateException(
                $"stake pool {poolId} of {state.Network} is of the first version, and its move to the second is not indexed. "
                    + "The index stays as of the block before; to go on, index with a version that knows the move."
            );
        }
    }
}
