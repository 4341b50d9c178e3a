namespace Indexer.Simulator.Scale;

/// <summary>The three runtimes of the world, with the pallet indices of the real chains.</summary>
internal static class Runtimes
{
    public static Runtime Khala1241 { get; } =
        new(
            "khala",
            1241,
            6,
            Pallets(
                (StakePool: 93, Vault: 94, Wrapped: 95, BasePool: 96, Assets: 89),
                FrameTables.Balances1241,
                StakingTables.StakePool1241,
                StakingTables.Vault1241,
                StakingTables.BasePool1241
            )
        );

    public static Runtime Phala1250 { get; } =
        new("phala", 1250, 5, PhalaPallets(StakingTables.Vault1241, StakingTables.BasePool1241));

    public static Runtime Phala1254 { get; } =
        new("phala", 1254, 5, PhalaPallets(StakingTables.Vault1254, StakingTables.BasePool1254));

    private static List<PalletTable> PhalaPallets(string vault, string basePool) =>
        Pallets(
            (StakePool: 89, Vault: 90, Wrapped: 91, BasePool: 92, Assets: 42),
            FrameTables.Balances1250,
            StakingTables.StakePool1250,
            vault,
            basePool
        );

    private static List<PalletTable> Pallets(
        (byte StakePool, byte Vault, byte Wrapped, byte BasePool, byte Assets) at,
        string balances,
        string stakePool,
        string vault,
        string basePool
    )
    {
        List<PalletTable> pallets =
        [
            System,
            Timestamp,
            new("Balances", 40, "pallet_balances")
            {
                Events = balances,
                Calls = FrameTables.BalancesCalls,
                Constants = [("ExistentialDeposit", "u128", (UInt128)10_000_000_000)],
            },
            new("TransactionPayment", 41, "pallet_transaction_payment") { Events = FrameTables.TransactionPayment },
            new("Treasury", 63, "pallet_treasury") { Events = FrameTables.Treasury },
            new("PhalaRegistry", 86, "phala_pallets::registry") { Events = StakingTables.Registry },
            new("PhalaComputation", 87, "phala_pallets::compute::computation") { Events = StakingTables.Computation },
            new("Assets", at.Assets, "pallet_assets") { Events = FrameTables.Assets },
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
                Constants = [("WPhaAssetId", "u32", 10_000u)],
            },
            new("PhalaBasePool", at.BasePool, "phala_pallets::compute::base_pool")
            {
                Events = basePool,
                Calls = StakingTables.BasePoolCalls,
            },
            new("Uniques", 101, "pallet_uniques") { Events = FrameTables.Uniques },
            new("RmrkCore", 102, "pallet_rmrk_core") { Events = FrameTables.RmrkCore },
        ];
        return [.. pallets.OrderBy(pallet => pallet.Index)];
    }

    private static PalletTable System =>
        new("System", 0, "frame_system")
        {
            Events = FrameTables.System,
            Calls = FrameTables.SystemCalls,
            Storage =
            [
                ("Number", "u32", 1, new byte[4]),
                ("Events", "Vec<EventRecord>", 1, [0]),
                ("LastRuntimeUpgrade", "LastRuntimeUpgradeInfo", 0, [0]),
            ],
            Constants = [("BlockHashCount", "u32", 1200u), ("SS58Prefix", "u16", 30u)],
        };

    private static PalletTable Timestamp =>
        new("Timestamp", 1, "pallet_timestamp")
        {
            Calls = "set@0(now: Compact<u64>)",
            Storage = [("Now", "u64", 1, new byte[8])],
            Constants = [("MinimumPeriod", "u64", 6_000UL)],
        };
}
