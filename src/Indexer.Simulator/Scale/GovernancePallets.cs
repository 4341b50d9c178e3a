using static Indexer.Simulator.Scale.StorageHasher;
using static Indexer.Simulator.Scale.StorageItem;

namespace Indexer.Simulator.Scale;

/// <summary>The governance pallets in the layout that knows proposals by hash (to spec 1190) or as bounded calls (from 1199 on).</summary>
internal static class GovernancePallets
{
    private const ulong Milli = 1_000_000_000;

    public static IEnumerable<PalletTable> Of(GovernanceTerms terms, bool bounded) =>
        [
            new("Utility", 3, "pallet_utility")
            {
                Events = GovernanceTables.UtilityEvents,
                Calls = GovernanceTables.UtilityCalls,
                Errors = "TooManyCalls",
            },
            new("Proxy", 5, "pallet_proxy")
            {
                Events = GovernanceTables.ProxyEvents,
                Calls = GovernanceTables.ProxyCalls,
                Errors = GovernanceTables.ProxyErrors,
            },
            new("Scheduler", 7, "pallet_scheduler")
            {
                Events = bounded ? GovernanceTables.SchedulerBoundedEvents : GovernanceTables.SchedulerHashedEvents,
            },
            Preimage(bounded),
            IdentityTables.Pallet,
            Democracy(terms, bounded),
            Collective("Council", 62, bounded),
            Treasury(terms, bounded),
            Bounties(terms),
            Collective("TechnicalCommittee", 66, bounded),
            Election(terms),
            Tips(terms),
            new("ChildBounties", 70, "pallet_child_bounties")
            {
                Events = GovernanceTables.ChildBountiesEvents,
                Calls = GovernanceTables.ChildBountiesCalls,
                Errors = GovernanceTables.ChildBountiesErrors,
                Storage =
                [
                    Defaulted("ChildBountyCount", "u32", 4),
                    Defaulted("ParentChildBounties", "u32", 4, (Twox64Concat, "u32")),
                    Optional("ChildBounties", "ChildBounty", (Twox64Concat, "u32"), (Twox64Concat, "u32")),
                    Optional("ChildBountyDescriptions", "Vec<u8>", (Twox64Concat, "u32")),
                ],
                Constants =
                [
                    ("MaxActiveChildBountyCount", "u32", 5u),
                    ("ChildBountyValueMinimum", "u128", (UInt128)1_000 * Milli),
                ],
            },
        ];

    private static PalletTable Preimage(bool bounded) =>
        new("Preimage", 8, "pallet_preimage")
        {
            Events = GovernanceTables.PreimageEvents,
            Calls = GovernanceTables.PreimageCalls,
            Errors = GovernanceTables.PreimageErrors,
            Storage = bounded
                ?
                [
                    Optional("StatusFor", "RequestStatus", (Identity, "H256")),
                    Optional("PreimageFor", "Vec<u8>", (Identity, "(H256,u32)")),
                ]
                : [],
        };

    private static PalletTable Democracy(GovernanceTerms terms, bool bounded)
    {
        var proposal = bounded ? "Bounded" : "H256";
        List<StorageItem> storage =
        [
            Defaulted("PublicPropCount", "u32", 4),
            Defaulted("PublicProps", $"Vec<(u32,{proposal},AccountId32)>", 1),
            Optional("DepositOf", "(Vec<AccountId32>,u128)", (Twox64Concat, "u32")),
            Defaulted("ReferendumCount", "u32", 4),
            Defaulted("LowestUnbaked", "u32", 4),
            Optional("ReferendumInfoOf", "ReferendumInfo", (Twox64Concat, "u32")),
            // An account that never voted: no votes, no delegations, no lock.
            Defaulted("VotingOf", "Voting", 1 + 1 + 32 + 20, (Twox64Concat, "AccountId32")),
            Defaulted("LastTabledWasExternal", "bool", 1),
            Optional("NextExternal", $"({proposal},VoteThreshold)"),
            Optional("Blacklist", "(u32,Vec<AccountId32>)", (Identity, "H256")),
            Defaulted("Cancellations", "bool", 1, (Identity, "H256")),
        ];
        storage.Add(
            bounded
                ? Optional("MetadataOf", "H256", (Blake2Concat, "MetadataOwner"))
                : Optional("Preimages", "PreimageStatus", (Identity, "H256"))
        );
        List<(string, string, object?)> constants =
        [
            ("EnactmentPeriod", "u32", terms.EnactmentPeriod),
            ("LaunchPeriod", "u32", terms.LaunchPeriod),
            ("VotingPeriod", "u32", terms.VotingPeriod),
            ("VoteLockingPeriod", "u32", terms.VoteLockingPeriod),
            ("MinimumDeposit", "u128", terms.MinimumDeposit),
            ("InstantAllowed", "bool", true),
            ("FastTrackVotingPeriod", "u32", terms.FastTrackVotingPeriod),
            ("CooloffPeriod", "u32", terms.CooloffPeriod),
            ("MaxVotes", "u32", 100u),
            ("MaxProposals", "u32", 100u),
        ];
        constants.AddRange(
            bounded
                ? [("MaxDeposits", "u32", 100u), ("MaxBlacklisted", "u32", 100u)]
                : [("PreimageByteDeposit", "u128", (UInt128)10 * Milli)]
        );
        return new("Democracy", 61, "pallet_democracy")
        {
            Events = bounded ? GovernanceTables.DemocracyBoundedEvents : GovernanceTables.DemocracyHashedEvents,
            Calls = bounded ? GovernanceTables.DemocracyBoundedCalls : GovernanceTables.DemocracyHashedCalls,
            Errors = bounded ? GovernanceTables.DemocracyBoundedErrors : GovernanceTables.DemocracyHashedErrors,
            Storage = storage,
            Constants = constants,
        };
    }

    private static PalletTable Collective(string name, byte index, bool bounded) =>
        new(name, index, "pallet_collective")
        {
            Events = GovernanceTables.CollectiveEvents,
            Calls = bounded ? GovernanceTables.CollectiveBoundedCalls : GovernanceTables.CollectiveHashedCalls,
            Errors = GovernanceTables.CollectiveErrors,
            Storage =
            [
                Defaulted("Proposals", "Vec<H256>", 1),
                Optional("ProposalOf", "RuntimeCall", (Identity, "H256")),
                Optional("Voting", "CollectiveVotes", (Identity, "H256")),
                Defaulted("ProposalCount", "u32", 4),
                Defaulted("Members", "Vec<AccountId32>", 1),
                Optional("Prime", "AccountId32"),
            ],
        };

    private static PalletTable Treasury(GovernanceTerms terms, bool bounded) =>
        new("Treasury", 63, "pallet_treasury")
        {
            Events = bounded ? GovernanceTables.TreasuryBoundedEvents : GovernanceTables.TreasuryHashedEvents,
            Calls = GovernanceTables.TreasuryCalls,
            Errors = GovernanceTables.TreasuryErrors,
            Storage =
            [
                Defaulted("ProposalCount", "u32", 4),
                Optional("Proposals", "TreasuryProposal", (Twox64Concat, "u32")),
                Defaulted("Approvals", "Vec<u32>", 1),
            ],
            Constants =
            [
                ("ProposalBond", "Permill", 50_000u),
                ("ProposalBondMinimum", "u128", (UInt128)1_000 * Milli),
                ("ProposalBondMaximum", "Option<u128>", null),
                ("SpendPeriod", "u32", terms.SpendPeriod),
                ("Burn", "Permill", 0u),
                ("PalletId", "PalletId", "py/trsry"u8.ToArray()),
                ("MaxApprovals", "u32", 100u),
            ],
        };

    private static PalletTable Bounties(GovernanceTerms terms) =>
        new("Bounties", 64, "pallet_bounties")
        {
            Events = GovernanceTables.BountiesEvents,
            Calls = GovernanceTables.BountiesCalls,
            Errors = GovernanceTables.BountiesErrors,
            Storage =
            [
                Defaulted("BountyCount", "u32", 4),
                Optional("Bounties", "Bounty", (Twox64Concat, "u32")),
                Optional("BountyDescriptions", "Vec<u8>", (Twox64Concat, "u32")),
                Defaulted("BountyApprovals", "Vec<u32>", 1),
            ],
            Constants =
            [
                ("BountyDepositBase", "u128", (UInt128)1_000 * Milli),
                ("BountyDepositPayoutDelay", "u32", terms.BountyPayoutDelay),
                ("BountyUpdatePeriod", "u32", terms.BountyUpdatePeriod),
                ("CuratorDepositMultiplier", "Permill", 500_000u),
                ("CuratorDepositMax", "Option<u128>", (UInt128)100_000 * Milli),
                ("CuratorDepositMin", "Option<u128>", (UInt128)1_000 * Milli),
                ("BountyValueMinimum", "u128", (UInt128)5_000 * Milli),
                ("DataDepositPerByte", "u128", (UInt128)10 * Milli),
                ("MaximumReasonLength", "u32", 16_384u),
            ],
        };

    private static PalletTable Election(GovernanceTerms terms) =>
        new("PhragmenElection", 68, "pallet_elections_phragmen")
        {
            Events = GovernanceTables.ElectionEvents,
            Calls = GovernanceTables.ElectionCalls,
            Errors = GovernanceTables.ElectionErrors,
            Storage =
            [
                Defaulted("Members", "Vec<SeatHolder>", 1),
                Defaulted("RunnersUp", "Vec<SeatHolder>", 1),
                Defaulted("Candidates", "Vec<(AccountId32,u128)>", 1),
                Defaulted("ElectionRounds", "u32", 4),
                Defaulted("Voting", "Voter", 33, (Twox64Concat, "AccountId32")),
            ],
            Constants =
            [
                ("PalletId", "[u8;8]", "phrelect"u8.ToArray()),
                ("CandidacyBond", "u128", (UInt128)10_000 * Milli),
                ("VotingBondBase", "u128", (UInt128)10 * Milli),
                ("VotingBondFactor", "u128", (UInt128)1 * Milli),
                ("DesiredMembers", "u32", terms.DesiredMembers),
                ("DesiredRunnersUp", "u32", terms.DesiredRunnersUp),
                ("TermDuration", "u32", terms.TermDuration),
            ],
        };

    private static PalletTable Tips(GovernanceTerms terms) =>
        new("Tips", 69, "pallet_tips")
        {
            Events = GovernanceTables.TipsEvents,
            Calls = GovernanceTables.TipsCalls,
            Errors = GovernanceTables.TipsErrors,
            Storage =
            [
                Optional("Tips", "OpenTip", (Twox64Concat, "H256")),
                Optional("Reasons", "Vec<u8>", (Identity, "H256")),
            ],
            Constants =
            [
                ("MaximumReasonLength", "u32", 16_384u),
                ("DataDepositPerByte", "u128", (UInt128)10 * Milli),
                ("TipCountdown", "u32", terms.TipCountdown),
                ("TipFindersFee", "Percent", (byte)20),
                ("TipReportDepositBase", "u128", (UInt128)1_000 * Milli),
            ],
        };
}
