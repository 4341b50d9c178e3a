namespace Indexer.Handlers;

/// <summary>
/// Events of indexed pallets and contracts that deliberately have no handler, each with its reason. Any other event
/// without a handler stops its network, so that nothing is ever passed over in silence.
/// </summary>
public static class IgnoredEvents
{
    private const string Assets =
        "administration of assets and allowances: moves no wrapped PHA, which is never destroyed";

    private const string Mining = "how a worker computes: moves no stake and pays nothing by itself";

    private const string Gatekeepers = "gatekeepers and their keys: they hold no stake and earn nothing";

    private const string Versions = "versions of the workers' software: no state of a worker";

    /// <summary>The reason by pallet or contract role, and event.</summary>
    public static IReadOnlyDictionary<(string Source, string Name), string> Reasons { get; } =
        new Dictionary<(string, string), string>
        {
            [("PhalaWrappedBalances", "DustRemoved")] =
                "a rest of wrapped PHA outside pools, removed by slashes only, which are disabled",
            [("Assets", "TransferredApproved")] = "follows Transferred, which states the same move",
            [("Assets", "Created")] = Assets,
            [("Assets", "TeamChanged")] = Assets,
            [("Assets", "OwnerChanged")] = Assets,
            [("Assets", "Frozen")] = Assets,
            [("Assets", "Thawed")] = Assets,
            [("Assets", "AssetFrozen")] = Assets,
            [("Assets", "AssetThawed")] = Assets,
            [("Assets", "AccountsDestroyed")] = Assets,
            [("Assets", "ApprovalsDestroyed")] = Assets,
            [("Assets", "DestructionStarted")] = Assets,
            [("Assets", "Destroyed")] = Assets,
            [("Assets", "ForceCreated")] = Assets,
            [("Assets", "MetadataSet")] = Assets,
            [("Assets", "MetadataCleared")] = Assets,
            [("Assets", "ApprovedTransfer")] = Assets,
            [("Assets", "ApprovalCancelled")] = Assets,
            [("Assets", "AssetStatusChanged")] = Assets,
            [("Assets", "AssetMinBalanceChanged")] = Assets,
            [("Assets", "Touched")] = Assets,
            [("Assets", "Blocked")] = Assets,
            [("PhalaStakePoolv2", "RewardDismissedNotInPool")] =
                "the worker is in no pool: no pool and nobody earned or lost anything",
            [("PhalaStakePool", "RewardDismissedNotInPool")] =
                "the worker is in no pool: no pool and nobody earned or lost anything",
            [("PhalaStakePool", "WorkerReclaimed")] =
                "follows MinerReclaimed of PhalaMining, which states the stake before it pays withdrawals",
            [("PhalaMining", "CoolDownExpirationChanged")] = Mining,
            [("PhalaMining", "MinerBound")] = "PoolWorkerAdded of PhalaStakePool follows",
            [("PhalaMining", "InternalErrorMinerSettleFailed")] = Mining,
            [("PhalaMining", "SubsidyBudgetHalved")] = Mining,
            [("PhalaMining", "InternalErrorWrongHalvingConfigured")] = Mining,
            [("PhalaMining", "TokenomicParametersChanged")] = Mining,
            [("PhalaMining", "BenchmarkUpdated")] = Mining,
            [("PhalaComputation", "SessionBound")] = "PoolWorkerAdded follows, which names worker, session and pool",
            [("PhalaComputation", "SessionUnbound")] = "PoolWorkerRemoved follows, which names worker and pool",
            [("PhalaComputation", "SessionSettlementDropped")] =
                "a settlement that came late: V and reward of the session stay; the pool states the reward in RewardReceived",
            [("PhalaComputation", "InternalErrorWorkerSettleFailed")] = "the settlement changed nothing",
            [("PhalaComputation", "SubsidyBudgetHalved")] = "TokenomicParametersChanged comes with it",
            [("PhalaComputation", "BudgetUpdated")] = "TokenomicParametersChanged comes with it",
            [("PhalaComputation", "InternalErrorWrongHalvingConfigured")] = "the budget stays",
            [("PhalaRegistry", "GatekeeperAdded")] = Gatekeepers,
            [("PhalaRegistry", "GatekeeperRemoved")] = Gatekeepers,
            [("PhalaRegistry", "GatekeeperLaunched")] = Gatekeepers,
            [("PhalaRegistry", "MasterKeyRotated")] = Gatekeepers,
            [("PhalaRegistry", "MasterKeyRotationFailed")] = Gatekeepers,
            [("PhalaRegistry", "MinimumPRuntimeVersionChangedTo")] = Versions,
            [("PhalaRegistry", "PRuntimeConsensusVersionChangedTo")] = Versions,
            [("PhalaRegistry", "PRuntimeManagement")] = Versions,
            [("Democracy", "PreimageUsed")] =
                "the deposit for a preimage; the enactment that used it has its own event",
            [("Democracy", "Unlocked")] = "frees a balance that votes had locked; the votes were removed before",
            [("Democracy", "PreimageReaped")] = "the deposit for a preimage; what was in it stays known",
            [("Council", "MemberExecuted")] = "a call of one member: no motion; what the call did has its own events",
            [("TechnicalCommittee", "MemberExecuted")] =
                "a call of one member: no motion; what the call did has its own events",
            [("TechnicalMembership", "Dummy")] = "never raised",
            [("PhragmenElection", "EmptyTerm")] = "nobody stood for election: nobody's seat changed",
            [("PhragmenElection", "ElectionError")] = "the election failed: nobody's seat changed",
            [("PhragmenElection", "CandidateSlashed")] = "the deposit of a loser; NewTerm tells who sits",
            [("PhragmenElection", "SeatHolderSlashed")] = "a deposit; MemberKicked tells who left",
            [("Treasury", "Spending")] = "the treasury's balance: no proposal",
            [("Treasury", "Burnt")] = "the treasury's balance: no proposal",
            [("Treasury", "Rollover")] = "the treasury's balance: no proposal",
            [("Treasury", "Deposit")] = "the treasury's balance: no proposal",
            [("Treasury", "UpdatedInactive")] = "the treasury's balance; the storage tells the inactive issuance",
            [("Preimage", "Requested")] = "a use of a preimage, not its content",
            [("Preimage", "Cleared")] = "the chain forgets a preimage; what was in it stays known",
            [("Scheduler", "Scheduled")] = "names no proposal; the event Passed tells the enactment of a referendum",
            [("Scheduler", "Canceled")] = "names no proposal; the calls cancel_named and cancel_queued do",
            [("Scheduler", "PeriodicFailed")] = "enactments are not periodic",
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
