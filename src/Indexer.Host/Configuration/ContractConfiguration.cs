namespace Indexer.Host.Configuration;

/// <summary>A contract as it is written in the configuration.</summary>
internal sealed class ContractConfiguration
{
    /// <summary>What the contract is, for example pha-vault.</summary>
    public string? Role { get; init; }

    /// <summary>Its address as 0x-hex.</summary>
    public string? Address { get; init; }

    /// <summary>The block of its deployment; null when unknown.</summary>
    public long? StartBlock { get; init; }
}
