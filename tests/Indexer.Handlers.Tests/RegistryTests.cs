namespace Indexer.Handlers.Tests;

public sealed class RegistryTests
{
    // The events of the runtimes 1040 to 1291 of both chains, typed here from their metadata.
    private static readonly Dictionary<string, string[]> RuntimeEvents = new()
    {
        ["PhalaComputation"] =
        [
            "CoolDownExpirationChanged",
            "WorkerStarted",
            "WorkerStopped",
            "WorkerReclaimed",
            "SessionBound",
            "SessionUnbound",
            "WorkerEnterUnresponsive",
            "WorkerExitUnresponsive",
            "SessionSettled",
            "InternalErrorWorkerSettleFailed",
            "SubsidyBudgetHalved",
            "InternalErrorWrongHalvingConfigured",
            "TokenomicParametersChanged",
            "SessionSettlementDropped",
            "BenchmarkUpdated",
            "BudgetUpdated",
        ],
        ["PhalaRegistry"] =
        [
            "GatekeeperAdded",
            "GatekeeperRemoved",
            "WorkerAdded",
            "WorkerUpdated",
            "MasterKeyRotated",
            "MasterKeyRotationFailed",
            "InitialScoreSet",
            "PRuntimeManagement",
            "MinimumPRuntimeVersionChangedTo",
            "PRuntimeConsensusVersionChangedTo",
            "GatekeeperLaunched",
        ],
        ["PhalaStakePoolv2"] =
        [
            "PoolCreated",
            "PoolCommissionSet",
            "PoolCapacitySet",
            "PoolWorkerAdded",
            "Contribution",
            "OwnerRewardsWithdrawn",
            "PoolSlashed",
            "SlashSettled",
            "RewardDismissedNotInPool",
            "RewardDismissedNoShare",
            "RewardDismissedDust",
            "PoolWorkerRemoved",
            "WorkerReclaimed",
            "RewardReceived",
            "WorkingStarted",
            "RewardToOwnerDismissedDust",
            "RewardToDistributionDismissedDust",
        ],
        ["PhalaStakePool"] =
        [
            "PoolCreated",
            "PoolCommissionSet",
            "PoolCapacitySet",
            "PoolWorkerAdded",
            "Contribution",
            "Withdrawal",
            "RewardsWithdrawn",
            "OwnerRewardsWithdrawn",
            "StakerRewardsWithdrawn",
            "PoolSlashed",
            "SlashSettled",
            "RewardDismissedNotInPool",
            "RewardDismissedNoShare",
            "RewardDismissedDust",
            "DustRemoved",
            "PoolWorkerRemoved",
            "WithdrawalQueued",
            "PoolWhitelistCreated",
            "PoolWhitelistDeleted",
            "PoolWhitelistStakerAdded",
            "PoolWhitelistStakerRemoved",
            "WorkerReclaimed",
            "RewardReceived",
            "MiningStarted",
        ],
        ["PhalaMining"] =
        [
            "CoolDownExpirationChanged",
            "MinerStarted",
            "MinerStopped",
            "MinerReclaimed",
            "MinerBound",
            "MinerUnbound",
            "MinerEnterUnresponsive",
            "MinerExitUnresponsive",
            "MinerExitUnresponive",
            "MinerSettled",
            "InternalErrorMinerSettleFailed",
            "SubsidyBudgetHalved",
            "InternalErrorWrongHalvingConfigured",
            "TokenomicParametersChanged",
            "MinerSettlementDropped",
            "BenchmarkUpdated",
        ],
        ["Assets"] =
        [
            "Created",
            "Issued",
            "Transferred",
            "Burned",
            "TeamChanged",
            "OwnerChanged",
            "Frozen",
            "Thawed",
            "AssetFrozen",
            "AssetThawed",
            "AccountsDestroyed",
            "ApprovalsDestroyed",
            "DestructionStarted",
            "Destroyed",
            "ForceCreated",
            "MetadataSet",
            "MetadataCleared",
            "ApprovedTransfer",
            "ApprovalCancelled",
            "TransferredApproved",
            "AssetStatusChanged",
            "AssetMinBalanceChanged",
            "Touched",
            "Blocked",
        ],
        ["PhalaVault"] =
        [
            "PoolCreated",
            "VaultCommissionSet",
            "OwnerSharesClaimed",
            "OwnerSharesGained",
            "Contribution",
            "ForceShutdown",
        ],
        ["PhalaBasePool"] =
        [
            "NftCreated",
            "WithdrawalQueued",
            "Withdrawal",
            "PoolWhitelistCreated",
            "PoolWhitelistDeleted",
            "PoolWhitelistStakerAdded",
            "PoolWhitelistStakerRemoved",
        ],
        ["Identity"] =
        [
            "IdentitySet",
            "IdentityCleared",
            "IdentityKilled",
            "JudgementRequested",
            "JudgementUnrequested",
            "JudgementGiven",
            "RegistrarAdded",
            "SubIdentityAdded",
            "SubIdentityRemoved",
            "SubIdentityRevoked",
        ],
        ["Democracy"] =
        [
            "Proposed",
            "Tabled",
            "ExternalTabled",
            "Started",
            "Passed",
            "NotPassed",
            "Cancelled",
            "Executed",
            "Delegated",
            "Undelegated",
            "Vetoed",
            "PreimageNoted",
            "PreimageUsed",
            "PreimageInvalid",
            "PreimageMissing",
            "PreimageReaped",
            "Blacklisted",
            "Voted",
            "Seconded",
            "ProposalCanceled",
            "MetadataSet",
            "MetadataCleared",
            "MetadataTransferred",
        ],
        ["Council"] = ["Proposed", "Voted", "Approved", "Disapproved", "Executed", "MemberExecuted", "Closed"],
        ["TechnicalCommittee"] =
        [
            "Proposed",
            "Voted",
            "Approved",
            "Disapproved",
            "Executed",
            "MemberExecuted",
            "Closed",
        ],
        ["TechnicalMembership"] =
        [
            "MemberAdded",
            "MemberRemoved",
            "MembersSwapped",
            "MembersReset",
            "KeyChanged",
            "Dummy",
        ],
        ["PhragmenElection"] =
        [
            "NewTerm",
            "EmptyTerm",
            "ElectionError",
            "MemberKicked",
            "Renounced",
            "CandidateSlashed",
            "SeatHolderSlashed",
        ],
        ["Treasury"] =
        [
            "Proposed",
            "Spending",
            "Awarded",
            "Rejected",
            "Burnt",
            "Rollover",
            "Deposit",
            "SpendApproved",
            "UpdatedInactive",
        ],
        ["Bounties"] =
        [
            "BountyProposed",
            "BountyRejected",
            "BountyBecameActive",
            "BountyAwarded",
            "BountyClaimed",
            "BountyCanceled",
            "BountyExtended",
        ],
        ["ChildBounties"] = ["Added", "Awarded", "Claimed", "Canceled"],
        ["Tips"] = ["NewTip", "TipClosing", "TipClosed", "TipRetracted", "TipSlashed"],
        ["Preimage"] = ["Noted", "Requested", "Cleared"],
        ["Scheduler"] =
        [
            "Scheduled",
            "Canceled",
            "Dispatched",
            "CallLookupFailed",
            "CallUnavailable",
            "PeriodicFailed",
            "PermanentlyOverweight",
        ],
        ["PhalaWrappedBalances"] = ["DustRemoved", "Wrapped", "Unwrapped", "Voted"],
        ["RmrkCore"] =
        [
            "CollectionCreated",
            "NftMinted",
            "NFTBurned",
            "CollectionDestroyed",
            "NFTSent",
            "NFTAccepted",
            "NFTRejected",
            "IssuerChanged",
            "PropertySet",
            "PropertyRemoved",
            "PropertiesRemoved",
            "CollectionLocked",
            "ResourceAdded",
            "ResourceReplaced",
            "ResourceAccepted",
            "ResourceRemoval",
            "ResourceRemovalAccepted",
            "PrioritySet",
        ],
    };

    private static IEnumerable<(string Pallet, string Name)> AllEvents =>
        RuntimeEvents.SelectMany(pallet => pallet.Value.Select(name => (pallet.Key, name)));

    [Fact]
    public void Every_event_of_the_indexed_pallets_is_either_handled_or_ignored_for_a_reason()
    {
        var handled = HandlerCatalog.Substrate.All.Select(handler => (handler.Pallet, handler.Name)).ToHashSet();
        foreach (var known in AllEvents)
        {
            Assert.True(
                handled.Contains(known) != IgnoredEvents.Reasons.ContainsKey(known),
                $"{known} must be handled or ignored, not both and not neither"
            );
        }
    }

    [Fact]
    public void Every_handler_is_for_an_event_that_a_runtime_has() =>
        Assert.Empty(HandlerCatalog.Substrate.All.Select(handler => (handler.Pallet, handler.Name)).Except(AllEvents));

    [Fact]
    public void A_handler_stands_in_the_folder_of_its_pallet_and_is_named_after_its_event()
    {
        foreach (var handler in HandlerCatalog.Substrate.All)
        {
            Assert.EndsWith(
                $".{handler.Pallet}.{handler.Name}Handler",
                handler.GetType().FullName,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_call_handler_stands_in_the_folder_of_its_pallet_and_is_named_after_its_call()
    {
        foreach (var handler in HandlerCatalog.Substrate.AllCalls)
        {
            var name = string.Concat(
                handler.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])
            );
            Assert.EndsWith($".{handler.Pallet}.{name}Call", handler.GetType().FullName, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_event_of_an_indexed_pallet_is_wanted_even_if_nobody_knows_it() =>
        Assert.True(HandlerCatalog.Substrate.IsWanted("PhalaVault", "SomethingNew"));

    [Fact]
    public void An_event_without_handler_stops_with_its_name_and_place()
    {
        var chain = new Kit.Chain();
        var exception = Assert.Throws<UnhandledEventException>(() => chain.Emit("PhalaVault", "SomethingNew"));
        Assert.Contains(
            "PhalaVault.SomethingNew at block 1 event 0, runtime 1241",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("PhalaMq", "SomethingSent")]
    [InlineData("Uniques", "Issued")]
    public void Pallets_that_no_figure_comes_from_stop_nothing(string pallet, string name) =>
        Assert.False(HandlerCatalog.Substrate.IsWanted(pallet, name));
}
