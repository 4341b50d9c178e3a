using Indexer.Api.Types;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api;

/// <summary>The GraphQL schema of the index.</summary>
public static class ProductSchema
{
    /// <summary>Describes the schema over the EF model.</summary>
    /// <param name="model">The model of <see cref="IndexerDbContext"/>.</param>
    public static Schema Create(IModel model)
    {
        var builder = new SchemaBuilder();
        var types = new ProductTypes(builder, model);
        NetworkFields.Add(types);
        HolderFields.Add(types);
        PoolFields.Add(types);
        PositionFields.Add(types);
        LedgerFields.Add(types);
        RootFields.Add(types, builder.Query);
        return builder.Build();
    }

    /// <summary>The schema in the schema definition language: the content of schema.graphql. Needs no database.</summary>
    public static string Print()
    {
        using var context = new IndexerDbContext(new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql().Options);
        return SchemaPrinter.Print(Create(context.Model));
    }
}
