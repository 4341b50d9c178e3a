using Indexer.Handlers.Staking.Declared;

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

    /// <summary>What is staked in it: pha or vpha (staking-rewards, declared, collateral).</summary>
    public StakedToken? Stakes { get; init; }

    /// <summary>What it pays as reward: pha or vpha; what is staked when left out (staking-rewards, declared, collateral).</summary>
    public StakedToken? Pays { get; init; }

    /// <summary>What its events mean (declared, collateral).</summary>
    public List<DeclaredEventConfiguration> Events { get; init; } = [];
}
