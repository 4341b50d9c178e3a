using Indexer.Api.Model;
using Indexer.GraphQL;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;

namespace Indexer.Api.Holders;

/// <summary>The activity of addresses for readers that are not GraphQL: the entries of the field <c>activity</c>.</summary>
public static class ActivityFeed
{
    /// <summary>
    /// A FROM item without alias. Its columns are network, height, index, ordinal, time, transaction, activity_kind, direction, address,
    /// counterparty, pool_id, proposal_id, amount and shares. Needs no database.
    /// </summary>
    /// <param name="members">SQL for the array of addresses.</param>
    public static string From(string members)
    {
        using var context = new IndexerDbContext(new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql().Options);
        var types = new ProductTypes(new SchemaBuilder(""), context.Model);
        return new ActivitySql(types, context.Model).Of(members);
    }
}
