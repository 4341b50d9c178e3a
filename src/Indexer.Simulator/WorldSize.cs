namespace Indexer.Simulator;

/// <summary>How big a world is. Time is stretched so that every size covers the same dates.</summary>
/// <param name="KhalaBlocks">The last block of Khala.</param>
/// <param name="PhalaBlocks">The last block of Phala; its runtime upgrade is in the middle.</param>
/// <param name="EthereumBlocks">The last block of Ethereum.</param>
/// <param name="Accounts">Holders; a third lives on Khala, a third on Phala, a third on both.</param>
/// <param name="StakePools">Stake pools per parachain.</param>
/// <param name="Vaults">Vaults per parachain.</param>
/// <param name="ActionsPerBlock">Mean number of user actions per block once the pools stand.</param>
public sealed record WorldSize(
    int KhalaBlocks,
    int PhalaBlocks,
    int EthereumBlocks,
    int Accounts,
    int StakePools,
    int Vaults,
    int ActionsPerBlock
)
{
    /// <summary>The first blocks of Phala, before staking, in which governance has its older layout.</summary>
    public int PhalaPrelude { get; init; }

    /// <summary>The first blocks of Khala, before staking, in which governance has its first layout and metadata is V13.</summary>
    public int KhalaPrelude { get; init; }

    /// <summary>Whether Khala is as in 2021 and 2022: stake pools of the first version, all layouts of their events one after the other.</summary>
    public bool KhalaMines { get; init; }

    /// <summary>The periods and deposits of governance.</summary>
    public GovernanceTerms Governance { get; init; } = GovernanceTerms.Short;

    /// <summary>For unit tests: 150 blocks per parachain.</summary>
    public static WorldSize Small { get; } = new(150, 150, 300, 18, 3, 2, 3);

    /// <summary>For the demo: indexing takes seconds.</summary>
    public static WorldSize Demo { get; } =
        new(1_500, 2_500, 4_000, 60, 8, 4, 2) { Governance = GovernanceTerms.Middle };

    /// <summary>For load: about a hundred times the demo's events.</summary>
    public static WorldSize Large { get; } =
        new(30_000, 50_000, 80_000, 1_000, 60, 25, 8) { Governance = GovernanceTerms.Long };

    /// <summary>For stake pools of the first version on Khala: 60 blocks of each layout.</summary>
    public static WorldSize Miners { get; } = new(240, 60, 60, 15, 3, 1, 4) { KhalaMines = true };

    /// <summary>
    /// For governance in all its layouts: twenty referenda and more per parachain, the first of Khala in the first layout, the
    /// first of Phala in the second.
    /// </summary>
    public static WorldSize Civic { get; } = new(550, 500, 300, 18, 3, 2, 1) { KhalaPrelude = 180, PhalaPrelude = 200 };

    /// <summary>For thousands of seeds: all of governance in few blocks, and hardly any staking.</summary>
    public static WorldSize Assembly { get; } = new(220, 200, 60, 3, 1, 0, 0) { KhalaPrelude = 60, PhalaPrelude = 70 };
}
