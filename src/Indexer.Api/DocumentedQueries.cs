using Indexer.GraphQL.Explorer;

namespace Indexer.Api;

/// <summary>The documented queries of the product: what its users ask most, each valid on every database.</summary>
public static class DocumentedQueries
{
    private static readonly string[] Order =
    [
        "HolderByAddress",
        "HolderActivity",
        "HolderRewards",
        "HolderStakeEvents",
        "HolderAtTime",
        "AccountPositions",
        "AccountsByName",
        "LargestPools",
        "PoolById",
        "PoolAtHeight",
        "PoolRewards",
        "PoolOverTime",
        "PoolsByApr",
        "PoolsByExpectedApr",
        "PoolWorkers",
        "WorkersToReclaim",
        "WithdrawalQueue",
        "LargestRewards",
        "ClaimsWithHolder",
        "LatestStakeEvents",
        "LiveProposal",
        "ClosingSoon",
        "TurnoutAcrossSystems",
        "HolderVotes",
        "AccountDelegations",
        "NetworksOverTime",
        "NetworkStatus",
    ];

    /// <summary>All of them, in the order to show them.</summary>
    public static IReadOnlyList<DocumentedQuery> All { get; } =
        DocumentedQueryFiles.Read(typeof(DocumentedQueries).Assembly, "Examples/", Order);
}
