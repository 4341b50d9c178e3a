namespace Indexer.Handlers.Staking.Declared;

/// <summary>
/// The events of Synthetix's StakingRewards (contracts/StakingRewards.sol): one token is staked, another streamed to those who stake, and paid
/// when they ask for it. What was not asked for yet is nowhere in events.
/// </summary>
public static class StakingRewards
{
    /// <summary>What they mean.</summary>
    public static IReadOnlyList<DeclaredEvent> Events { get; } =
    [
        DeclaredEvent.Of("Staked(address indexed user, uint256 amount)", EventMeaning.Stake, "user", "amount"),
        DeclaredEvent.Of("Withdrawn(address indexed user, uint256 amount)", EventMeaning.Unstake, "user", "amount"),
        DeclaredEvent.Of("RewardPaid(address indexed user, uint256 reward)", EventMeaning.Reward, "user", "reward"),
        .. new[]
        {
            "RewardAdded(uint256 reward)",
            "RewardsDurationUpdated(uint256 newDuration)",
            "Recovered(address token, uint256 amount)",
            "PauseChanged(bool isPaused)",
            "OwnerNominated(address newOwner)",
            "OwnerChanged(address oldOwner, address newOwner)",
            "Paused(address account)",
            "Unpaused(address account)",
        }.Select(declaration => DeclaredEvent.Of(declaration, EventMeaning.Nothing, account: null, amount: null)),
    ];
}
