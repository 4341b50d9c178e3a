using Indexer.Api.Types;
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
        var builder = new SchemaBuilder();
        var types = new ProductTypes(builder, context.Model);
        NetworkFields.Add(types);
        HolderFields.Add(types);
        PoolFields.Add(types);
        PositionFields.Add(types);
        LedgerFields.Add(types);
        ProposalFields.Add(types);
        CourseFields.Add(types);
        VoteFields.Add(types);
        CollectiveFields.Add(types);
        GovernanceHistory.Add(types);
        RootFields.Add(types, builder.Query);
        SubscriptionFields.Add(types, builder);
        return builder.Build();
    }

    /// <summary>The schema in the schema definition language: the content of schema.graphql. Needs no database.</summary>
    public static string Print() => SchemaPrinter.Print(Create());
}
