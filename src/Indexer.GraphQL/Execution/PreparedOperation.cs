namespace Indexer.GraphQL.Execution;

/// <summary>A request that passed every check and only needs the database.</summary>
public sealed class PreparedOperation
{
    internal PreparedOperation(IReadOnlyList<BoundRoot> roots) => Roots = roots;

    internal IReadOnlyList<BoundRoot> Roots { get; }
}
