namespace Indexer.Simulator.Ethereum;

/// <summary>The events of the contracts in the story.</summary>
internal static class AbiEvents
{
    public static AbiEvent Transfer { get; } = new("Transfer(address indexed from, address indexed to, uint256 value)");

    public static AbiEvent Approval { get; } =
        new("Approval(address indexed owner, address indexed spender, uint256 value)");

    public static AbiEvent Deposit { get; } =
        new("Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)");

    public static AbiEvent Withdraw { get; } =
        new(
            "Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)"
        );

    public static AbiEvent VaultClaimed { get; } =
        new("Claimed(address indexed caller, address indexed receiver, address indexed owner, uint256 assets)");

    public static AbiEvent RewardsSettled { get; } =
        new("RewardsSettled(uint256 checkpointTime, uint256 rewards, uint256 totalAssets)");

    public static AbiEvent TreasurySettled { get; } =
        new("TreasurySettled(uint256 checkpointTime, uint256 treasuryRewards, uint256 treasuryAssets)");

    public static AbiEvent TreasuryAssetsClaimed { get; } =
        new("TreasuryAssetsClaimed(address indexed receiver, uint256 assets)");

    public static AbiEvent RewardRateUpdated { get; } =
        new("RewardRateUpdated(uint256 oldRewardRate, uint256 newRewardRate)");

    public static AbiEvent UnlockPeriodUpdated { get; } =
        new("UnlockPeriodUpdated(uint256 oldUnlockPeriod, uint256 newUnlockPeriod)");

    public static AbiEvent MaxUnlockRequestsUpdated { get; } =
        new("MaxUnlockRequestsUpdated(uint256 oldMaxUnlockRequests, uint256 newMaxUnlockRequests)");

    public static AbiEvent TreasuryRatioUpdated { get; } =
        new("TreasuryRatioUpdated(uint256 oldTreasuryRatio, uint256 newTreasuryRatio)");

    public static AbiEvent Paused { get; } = new("Paused(address account)");

    public static AbiEvent Unpaused { get; } = new("Unpaused(address account)");

    public static AbiEvent OwnershipTransferred { get; } =
        new("OwnershipTransferred(address indexed previousOwner, address indexed newOwner)");

    public static AbiEvent Initialized { get; } = new("Initialized(uint64 version)");

    public static AbiEvent Claimed { get; } =
        new("Claimed(address indexed user, uint256 free, uint256 staked, address receiver)");

    public static AbiEvent ClaimedAndBridged { get; } =
        new(
            "ClaimedAndBridged(address indexed user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver)"
        );

    public static AbiEvent Deposited { get; } = new("Deposited(uint256 free, uint256 staked)");

    public static AbiEvent SignerSet { get; } = new("SignerSet(address indexed signer)");

    public static AbiEvent BridgeConfigUpdated { get; } =
        new("BridgeConfigUpdated(address indexed l1Bridge, address indexed l2Token, uint32 minGasLimit)");

    public static AbiEvent Upgraded { get; } = new("Upgraded(address indexed implementation)");
}
