namespace Indexer.Handlers;

/// <summary>The roles that contracts are configured with.</summary>
public static class ContractRoles
{
    /// <summary>The vault of PHA on Ethereum, whose share token is vPHA.</summary>
    public const string PhaVault = "pha-vault";

    /// <summary>The contract that pays the assets of Khala.</summary>
    public const string KhalaClaimer = "khala-claimer";

    /// <summary>The contract that pays the assets of Phala.</summary>
    public const string PhalaClaimer = "phala-claimer";

    /// <summary>vPHA on Phala's L2: the vault's shares behind the bridge (OptimismMintableERC20).</summary>
    public const string BridgedVpha = "bridged-vpha";

    /// <summary>The standard bridge of an OP stack chain on Ethereum, whose escrow holds what is on the chain.</summary>
    public const string L1StandardBridge = "l1-standard-bridge";

    /// <summary>The standard bridge of an OP stack chain on the chain itself.</summary>
    public const string L2StandardBridge = "l2-standard-bridge";

    /// <summary>The contract on Ethereum to which withdrawals of an OP stack chain are proven.</summary>
    public const string OptimismPortal = "optimism-portal";

    /// <summary>The contract of an OP stack chain to which it hands its messages to Ethereum (L2ToL1MessagePasser).</summary>
    public const string MessagePasser = "l2-message-passer";

    /// <summary>The contract on Ethereum that hands messages to an OP stack chain and relays those that come from it (L1CrossDomainMessenger).</summary>
    public const string L1Messenger = "l1-cross-domain-messenger";

    /// <summary>The contract of an OP stack chain that hands messages to Ethereum and relays those that come from there (L2CrossDomainMessenger).</summary>
    public const string L2Messenger = "l2-cross-domain-messenger";

    /// <summary>A Governor of OpenZeppelin (4.x and 5.x).</summary>
    public const string Governor = "governor";

    /// <summary>Compound's GovernorBravo, or a contract of its kind.</summary>
    public const string GovernorBravo = "governor-bravo";

    /// <summary>Compound's GovernorAlpha, or a contract of its kind.</summary>
    public const string GovernorAlpha = "governor-alpha";

    /// <summary>
    /// The TimelockController of OpenZeppelin that a Governor queues in. A timelock of Compound need not be configured: it
    /// decides nothing that its governor does not say, and its grace period is asked through the governor.
    /// </summary>
    public const string Timelock = "timelock";

    /// <summary>The token whose holders vote: ERC20Votes, ERC721Votes or COMP.</summary>
    public const string VotesToken = "votes-token";

    /// <summary>Another vault of PHA by ERC-4626.</summary>
    public const string TokenVault = "erc4626-vault";

    /// <summary>Synthetix's StakingRewards, or a contract of its kind.</summary>
    public const string StakingRewards = "staking-rewards";

    /// <summary>A contract in which tokens are staked, whose events the configuration declares.</summary>
    public const string Declared = "declared";

    /// <summary>The same, for tokens that are collateral.</summary>
    public const string Collateral = "collateral";

    /// <summary>Whether the configuration says more of contracts of a role than their address: what is staked in them.</summary>
    public static bool IsStaking(string? role) => role is StakingRewards or Declared or Collateral;

    /// <summary>Whether contracts of a role pay assets of a parachain.</summary>
    public static bool IsClaimer(string? role) => role is KhalaClaimer or PhalaClaimer;

    /// <summary>Whether contracts of a role are tokens that stand for shares of the PHA vault.</summary>
    public static bool IsVaultShare(string? role) => role is PhaVault or BridgedVpha;
}
