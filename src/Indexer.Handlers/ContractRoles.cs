namespace Indexer.Handlers;

/// <summary>The roles that contracts are configured with.</summary>
internal static class ContractRoles
{
    /// <summary>The vault of PHA on Ethereum, whose share token is vPHA.</summary>
    public const string PhaVault = "pha-vault";

    /// <summary>The contract that pays the assets of Khala.</summary>
    public const string KhalaClaimer = "khala-claimer";

    /// <summary>The contract that pays the assets of Phala.</summary>
    public const string PhalaClaimer = "phala-claimer";

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

    /// <summary>Whether contracts of a role pay assets of a parachain.</summary>
    public static bool IsClaimer(string? role) => role is KhalaClaimer or PhalaClaimer;
}
