using System.Globalization;
using Indexer.Api.Bridge;
using Indexer.Api.Governance;
using Indexer.Api.Holders;
using Indexer.Api.Live;
using Indexer.Api.Migration;
using Indexer.Api.Model;
using Indexer.Api.Networks;
using Indexer.Api.Rewards;
using Indexer.Api.Staking;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;

namespace Indexer.Api;

/// <summary>The GraphQL schema of the index.</summary>
public static class ProductSchema
{
    /// <summary>Describes the schema over the EF model of <see cref="IndexerDbContext"/>. Needs no database.</summary>
    public static Schema Create()
    {
        using var context = new IndexerDbContext(new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql().Options);
        var builder = new SchemaBuilder(QueryDescription(new GraphQLOptions()));
        var types = new ProductTypes(builder, context.Model);
        NetworkFields.Add(types);
        NetworkFigures.Add(types);
        HolderFields.Add(types);
        LinkFields.Add(types, builder);
        ActivityFields.Add(types, builder, context.Model);
        PoolFields.Add(types);
        PositionFields.Add(types);
        WorkerFields.Add(types);
        TokenomicsFields.Add(types);
        NftFields.Add(types);
        WrappedFields.Add(types);
        IdentityFields.Add(types);
        StakeEventFields.Add(types);
        RewardFields.Add(types);
        ClaimFields.Add(types);
        MigrationFields.Add(types);
        UnclaimedFields.Add(types);
        HistoryFields.Add(types);
        BridgeFields.Add(types);
        BridgeCheckFields.Add(types);
        ProposalFields.Add(types);
        ProposalHistoryFields.Add(types);
        VoteFields.Add(types);
        CollectiveFields.Add(types);
        GovernanceHistory.Add(types);
        AddRoots(types, builder.Query);
        JobFields.AddRoots(types, builder.Query);
        SubscriptionFields.Add(types, builder);
        return builder.Build();
    }

    /// <summary>The schema in the schema definition language: the content of schema.graphql. Needs no database.</summary>
    public static string Print() => SchemaPrinter.Print(Create());

    private static void AddRoots(ProductTypes types, ObjectType query)
    {
        NetworkFields.AddRoots(types, query);
        HolderRoots.AddRoots(types, query);
        PoolFields.AddRoots(types, query);
        PositionFields.AddRoots(types, query);
        WorkerFields.AddRoots(types, query);
        NftFields.AddRoots(types, query);
        WrappedFields.AddRoots(types, query);
        StakeEventFields.AddRoots(types, query);
        RewardFields.AddRoots(types, query);
        ClaimFields.AddRoots(types, query);
        MigrationFields.AddRoots(types, query);
        UnclaimedFields.AddRoots(types, query);
        BridgeFields.AddRoots(types, query);
        ProposalFields.AddRoots(types, query);
        VoteFields.AddRoots(types, query);
    }

    private static string QueryDescription(GraphQLOptions limits) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Everything that can be read. Unless the operator has set it otherwise, a request selects at most {limits.MaxRootFields} fields here and {limits.MaxFields:N0} in all, nests them at most {limits.MaxDepth} deep, reads at most {limits.MaxPageSize:N0} rows in one list and {limits.MaxNodes:N0} in all, and takes at most {limits.Timeout.TotalSeconds:N0} seconds. A request beyond a limit is refused with an error that names the limit and its figure."
        );
}
