using System.Collections.Concurrent;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Scale;

/// <summary>The runtimes of the world, with the pallet indices of the real chains, one of each for the same governance terms.</summary>
internal static class Runtimes
{
    private static readonly ConcurrentDictionary<(uint Spec, GovernanceTerms Terms), Runtime> Made = new();
    private static readonly ConcurrentDictionary<(uint Spec, GovernanceTerms Terms), Runtime> Mined = new();

    /// <summary>Phala before staking: governance in the layout that knows proposals by hash.</summary>
    public static Runtime Phala1167(GovernanceTerms terms) =>
        Made.GetOrAdd(
            (1167, terms),
            _ =>
                new(
                    "phala",
                    1167,
                    5,
                    GovernanceTypes.Hashed,
                    Ordered([
                        System(FrameTables.SystemCalls1167),
                        Timestamp,
                        Balances(FrameTables.Balances1241),
                        TransactionPayment,
                        .. GovernancePallets.Of(terms, bounded: false),
                    ])
                )
        );

    /// <summary>Khala at its beginning: governance in the first layout, metadata V13.</summary>
    public static Runtime Khala1(GovernanceTerms terms) => First(1, 1, terms, isLater: false);

    /// <summary>Khala before its metadata became V14.</summary>
    public static Runtime Khala1080(GovernanceTerms terms) => First(1080, 4, terms, isLater: true);

    /// <summary>Khala with the first stake pools, while its metadata was V13.</summary>
    public static Runtime KhalaMining1080(GovernanceTerms terms) =>
        Mined.GetOrAdd(
            (1080, terms),
            _ =>
                new(
                    "khala",
                    1080,
                    4,
                    GovernanceTypes.First + "\n" + MiningTables.Types,
                    Ordered([
                        System(FirstTables.SystemCalls),
                        Timestamp,
                        Balances(FirstTables.BalancesEvents, FirstTables.BalancesCalls),
                        .. FirstPallets.Of(terms, isLater: true),
                        .. Mining(MiningTables.StakePool1060, MiningTables.Calls1060, MiningTables.Mining1060),
                    ]),
                    isFirst: true
                )
        );

    /// <summary>Khala with stake pools of the first version in one of their later layouts.</summary>
    /// <param name="spec">The spec version.</param>
    /// <param name="terms">The periods and deposits of governance.</param>
    /// <param name="stakePool">The events of PhalaStakePool.</param>
    /// <param name="mining">The events of PhalaMining.</param>
    public static Runtime KhalaMining(uint spec, GovernanceTerms terms, string stakePool, string mining) =>
        Mined.GetOrAdd(
            (spec, terms),
            _ =>
                new(
                    "khala",
                    spec,
                    5,
                    GovernanceTypes.Hashed + "\n" + MiningTables.Types,
                    Ordered([
                        System(FrameTables.SystemCalls1167),
                        Timestamp,
                        Balances(FrameTables.Balances1241),
                        TransactionPayment,
                        .. GovernancePallets.Of(terms, bounded: false),
                        .. Mining(stakePool, spec < 1150 ? MiningTables.Calls1120 : MiningTables.Calls1150, mining),
                    ])
                )
        );

    public static Runtime Khala1241(GovernanceTerms terms) =>
        Made.GetOrAdd(
            (1241, terms),
            _ =>
                new(
                    "khala",
                    1241,
                    6,
                    GovernanceTypes.Bounded,
                    Pallets(
                        terms,
                        (StakePool: 93, Vault: 94, Wrapped: 95, BasePool: 96, Assets: 89),
                        FrameTables.Balances1241,
                        StakingTables.StakePool1241,
                        StakingTables.Vault1241,
                        StakingTables.BasePool1241
                    )
                )
        );

    public static Runtime Phala1250(GovernanceTerms terms) =>
        Made.GetOrAdd(
            (1250, terms),
            _ =>
                new(
                    "phala",
                    1250,
                    5,
                    GovernanceTypes.Bounded,
                    PhalaPallets(terms, StakingTables.Vault1241, StakingTables.BasePool1241)
                )
        );

    public static Runtime Phala1254(GovernanceTerms terms) =>
        Made.GetOrAdd(
            (1254, terms),
            _ =>
                new(
                    "phala",
                    1254,
                    5,
                    GovernanceTypes.Bounded,
                    PhalaPallets(terms, StakingTables.Vault1254, StakingTables.BasePool1254)
                )
        );

    private static Runtime First(uint spec, uint transactionVersion, GovernanceTerms terms, bool isLater) =>
        Made.GetOrAdd(
            (spec, terms),
            _ =>
                new(
                    "khala",
                    spec,
                    transactionVersion,
                    GovernanceTypes.First,
                    Ordered([
                        System(FirstTables.SystemCalls),
                        Timestamp,
                        Balances(FirstTables.BalancesEvents, FirstTables.BalancesCalls),
                        .. FirstPallets.Of(terms, isLater),
                    ]),
                    isFirst: true
                )
        );

    private static IEnumerable<PalletTable> Mining(string stakePool, string calls, string mining) =>
        [
            new("PhalaMining", 87, "phala_pallets::mining")
            {
                Events = mining,
                Storage = [StorageItem.Optional("Stakes", "u128", (StorageHasher.Twox64Concat, "AccountId32"))],
            },
            new("PhalaStakePool", 88, "phala_pallets::stakepool")
            {
                Events = stakePool,
                Calls = calls,
                Storage =
                [
                    StorageItem.Optional("StakePools", "PoolInfo", (StorageHasher.Twox64Concat, "u64")),
                    StorageItem.Optional(
                        "PoolStakers",
                        "UserStakeInfo",
                        (StorageHasher.Twox64Concat, "(u64,AccountId32)")
                    ),
                ],
                Constants = [("MinContribution", "u128", (UInt128)10_000_000_000), ("GracePeriod", "u64", 604_800UL)],
            },
        ];

    private static List<PalletTable> PhalaPallets(GovernanceTerms terms, string vault, string basePool) =>
        Pallets(
            terms,
            (StakePool: 89, Vault: 90, Wrapped: 91, BasePool: 92, Assets: 42),
            FrameTables.Balances1250,
            StakingTables.StakePool1250,
            vault,
            basePool
        );

    private static List<PalletTable> Pallets(
        GovernanceTerms terms,
        (byte StakePool, byte Vault, byte Wrapped, byte BasePool, byte Assets) at,
        string balances,
        string stakePool,
        string vault,
        string basePool
    )
    {
        List<PalletTable> pallets =
        [
            WithAccounts(System(FrameTables.SystemCalls)),
            Timestamp,
            Balances(balances),
            TransactionPayment,
            .. GovernancePallets.Of(terms, bounded: true),
            new("PhalaRegistry", 86, "phala_pallets::registry") { Events = StakingTables.Registry },
            new("PhalaComputation", 87, "phala_pallets::compute::computation")
            {
                Events = StakingTables.Computation,
                Storage =
                [
                    StorageItem.Optional("TokenomicParameters", "TokenomicParameters"),
                    StorageItem.Defaulted("CoolDownPeriod", "u64", 8),
                ],
            },
            Assets(at.Assets),
            new("PhalaStakePoolv2", at.StakePool, "phala_pallets::compute::stake_pool_v2")
            {
                Events = stakePool,
                Calls = StakingTables.StakePoolCalls,
                Constants =
                [
                    ("MinContribution", "u128", (UInt128)10_000_000_000),
                    ("GracePeriod", "u64", 604_800UL),
                    ("MaxPoolWorkers", "u32", 200u),
                ],
            },
            new("PhalaVault", at.Vault, "phala_pallets::compute::vault")
            {
                Events = vault,
                Calls = StakingTables.VaultCalls,
                Constants =
                [
                    ("InitialPriceCheckPoint", "u128", (UInt128)1_000_000_000_000),
                    ("VaultQueuePeriod", "u64", 1_814_400UL),
                ],
            },
            new("PhalaWrappedBalances", at.Wrapped, "phala_pallets::compute::wrapped_balances")
            {
                Events = StakingTables.Wrapped,
                Calls = StakingTables.WrappedCalls,
                Errors = GovernanceTables.WrappedErrors,
                Storage =
                [
                    StorageItem.Optional(
                        "VoteAccountMap",
                        "(u128,u128)",
                        (StorageHasher.Blake2Concat, "u32"),
                        (StorageHasher.Blake2Concat, "AccountId32")
                    ),
                ],
                Constants =
                [
                    ("WPhaAssetId", "u32", 10_000u),
                    ("WrappedBalancesAccountId", "AccountId32", Ledger.WrappedPallet),
                ],
            },
            new("PhalaBasePool", at.BasePool, "phala_pallets::compute::base_pool")
            {
                Events = basePool,
                Calls = StakingTables.BasePoolCalls,
                Storage = [StorageItem.Optional("Pools", "PoolProxy", (StorageHasher.Twox64Concat, "u64"))],
            },
            new("Uniques", 101, "pallet_uniques") { Events = FrameTables.Uniques },
            new("RmrkCore", 102, "pallet_rmrk_core") { Events = FrameTables.RmrkCore },
        ];
        return Ordered(pallets);
    }

    private static List<PalletTable> Ordered(IEnumerable<PalletTable> pallets) =>
        [.. pallets.OrderBy(pallet => pallet.Index)];

    private static PalletTable TransactionPayment =>
        new("TransactionPayment", 41, "pallet_transaction_payment") { Events = FrameTables.TransactionPayment };

    private static PalletTable Balances(string events, string calls = FrameTables.BalancesCalls) =>
        new("Balances", 40, "pallet_balances")
        {
            Events = events,
            Calls = calls,
            Errors = GovernanceTables.BalancesErrors,
            Storage = [StorageItem.Defaulted("TotalIssuance", "u128", 16)],
            Constants = [("ExistentialDeposit", "u128", (UInt128)10_000_000_000)],
        };

    private static PalletTable System(string calls) =>
        new("System", 0, "frame_system")
        {
            Events = FrameTables.System,
            Calls = calls,
            Storage =
            [
                StorageItem.Defaulted("Number", "u32", 4),
                StorageItem.Defaulted("Events", "Vec<EventRecord>", 1),
                StorageItem.Optional("LastRuntimeUpgrade", "LastRuntimeUpgradeInfo"),
            ],
            Constants = [("BlockHashCount", "u32", 1200u), ("SS58Prefix", "u16", 30u)],
        };

    private static PalletTable Assets(byte index) =>
        new("Assets", index, "pallet_assets")
        {
            Events = FrameTables.Assets,
            Storage =
            [
                StorageItem.Optional(
                    "Account",
                    "AssetAccount",
                    (StorageHasher.Blake2Concat, "u32"),
                    (StorageHasher.Blake2Concat, "AccountId32")
                ),
            ],
        };

    private static PalletTable WithAccounts(PalletTable system) =>
        system with
        {
            Storage =
            [
                .. system.Storage,
                StorageItem.Defaulted("Account", "AccountInfo", 80, (StorageHasher.Blake2Concat, "AccountId32")),
            ],
        };

    private static PalletTable Timestamp =>
        new("Timestamp", 1, "pallet_timestamp")
        {
            Calls = "set@0(now: Compact<u64>)",
            Storage = [StorageItem.Defaulted("Now", "u64", 8)],
            Constants = [("MinimumPeriod", "u64", 6_000UL)],
        };
}
