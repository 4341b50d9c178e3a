namespace Indexer.GraphQL.Planning;

/// <summary>What one field costs, see <see cref="GraphQLOptions.MaxCost"/>.</summary>
/// <param name="Outer">The list around it.</param>
/// <param name="PerRow">What it costs for each row of that list, besides the rows it returns.</param>
/// <param name="Page">The rows it returns, when it is a list.</param>
internal sealed record FieldCost(PageSize? Outer, long PerRow, PageSize? Page)
{
    /// <summary>The rows it returns.</summary>
    public long Rows(object?[] leaves) => Page?.Total(leaves) ?? 0;

    public long Total(object?[] leaves) => Rows(leaves) + ((Outer?.Total(leaves) ?? 1) * PerRow);
}

/// <summary>The rows a list can have, for the limit on nodes.</summary>
/// <param name="Outer">The list around it.</param>
/// <param name="Read">From the leaves of the variables to the number of rows per outer row.</param>
internal sealed record PageSize(PageSize? Outer, Func<object?[], long> Read)
{
    private const long Enough = 1L << 40;

    /// <summary>The rows in all outer rows together, capped where only "too many" matters.</summary>
    public long Total(object?[] leaves) =>
        Math.Min(Enough, Math.Min(Enough, Read(leaves)) * (Outer?.Total(leaves) ?? 1));
}
