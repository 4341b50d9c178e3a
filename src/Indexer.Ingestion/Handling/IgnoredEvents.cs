namespace Indexer.Ingestion;

/// <summary>
/// Events of indexed pallets and contracts that deliberately have no handler, each with its reason. Any other event
/// without a handler stops its network, so that nothing is ever passed over in silence.
/// </summary>
public static class IgnoredEvents
{
    /// <summary>The reason by pallet or contract role, and event.</summary>
    public static IReadOnlyDictionary<(string Source, string Name), string> Reasons { get; } =
        new Dictionary<(string, string), string>
        {
            [("PhalaWrappedBalances", "Voted")] = "governance, not staking: changes no stake",
            [("PhalaWrappedBalances", "DustRemoved")] =
                "a rest of wrapped PHA outside pools, removed by slashes only, which are disabled",
            [("PhalaStakePoolv2", "RewardDismissedNotInPool")] =
                "the worker is in no pool: no pool and nobody earned or lost anything",
            [("RmrkCore", "CollectionCreated")] = "the event PoolCreated that follows names the collection of a pool",
            [("RmrkCore", "CollectionDestroyed")] = "collections of pools are never destroyed",
            [("RmrkCore", "CollectionLocked")] = "limits the minting of NFTs, changes none",
            [("RmrkCore", "IssuerChanged")] = "the issuer of a collection holds no shares",
            [("RmrkCore", "NFTAccepted")] = "completes an NFTSent, which already moved the NFT",
            [("RmrkCore", "NFTRejected")] = "the NFT is burned, and NFTBurned says so",
            [("RmrkCore", "PropertyRemoved")] = "follows NFTBurned; the shares went with the NFT",
            [("RmrkCore", "PropertiesRemoved")] = "precedes NFTBurned, which ends the NFT",
            [("RmrkCore", "ResourceAdded")] = "pictures, not shares",
            [("RmrkCore", "ResourceReplaced")] = "pictures, not shares",
            [("RmrkCore", "ResourceAccepted")] = "pictures, not shares",
            [("RmrkCore", "ResourceRemoval")] = "pictures, not shares",
            [("RmrkCore", "ResourceRemovalAccepted")] = "pictures, not shares",
            [("RmrkCore", "PrioritySet")] = "order of pictures, not shares",
        };
}
