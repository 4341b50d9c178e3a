using Indexer.Domain;

namespace Indexer.Handlers.Staking.Declared;

/// <summary>A contract in which tokens are staked, and of which the configuration says what its events mean (docs/guides/add-a-contract.md).</summary>
public sealed record DeclaredContract
{
    /// <summary>Its address.</summary>
    public required AccountId Address { get; init; }

    /// <summary>The role that the configuration gives it.</summary>
    public required string Role { get; init; }

    /// <summary>What is staked in it.</summary>
    public required StakedToken Stakes { get; init; }

    /// <summary>What it pays as reward.</summary>
    public required StakedToken Pays { get; init; }

    /// <summary>Its events.</summary>
    public required IReadOnlyList<DeclaredEvent> Events { get; init; }

    /// <summary>What the contract goes by among those of its network: others of the same role may declare other events.</summary>
    public string Key => $"{Role} {Address}";

    /// <summary>What its pool is.</summary>
    internal PoolKind Kind => Role == ContractRoles.Collateral ? PoolKind.Collateral : PoolKind.StakingContract;
}
