namespace Indexer.GraphQL.Planning;

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
