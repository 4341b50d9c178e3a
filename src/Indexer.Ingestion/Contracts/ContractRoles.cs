namespace Indexer.Ingestion.Contracts;

/// <summary>The roles that contracts are configured with.</summary>
internal static class ContractRoles
{
    /// <summary>The vault of PHA on Ethereum, whose share token is vPHA.</summary>
    public const string PhaVault = "pha-vault";

    /// <summary>The contract that pays the assets of Khala.</summary>
    public const string KhalaClaimer = "khala-claimer";

    /// <summary>The contract that pays the assets of Phala.</summary>
    public const string PhalaClaimer = "phala-claimer";

    /// <summary>Whether contracts of a role pay assets of a parachain.</summary>
    public static bool IsClaimer(string? role) => role is KhalaClaimer or PhalaClaimer;
}
