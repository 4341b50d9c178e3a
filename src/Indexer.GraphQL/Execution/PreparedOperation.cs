namespace Indexer.GraphQL.Execution;

/// <summary>A request that passed every check and only needs the database.</summary>
public sealed class PreparedOperation
{
    internal PreparedOperation(IReadOnlyList<BoundRoot> roots) => Roots = roots;

    internal PreparedOperation(BoundStream stream)
        : this([]) => Stream = stream;

    internal IReadOnlyList<BoundRoot> Roots { get; }

    /// <summary>What a subscription follows; null for a query.</summary>
    internal BoundStream? Stream { get; }
}
