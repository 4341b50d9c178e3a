namespace Indexer.GraphQL.Execution;

/// <summary>A request that passed every check and only needs the database.</summary>
public sealed class PreparedOperation
{
    internal PreparedOperation(IReadOnlyList<BoundRoot> roots, bool isKnown) => (Roots, IsKnown) = (roots, isKnown);

    internal PreparedOperation(BoundStream stream, bool isKnown)
        : this([], isKnown) => Stream = stream;

    /// <summary>Whether nothing had to be parsed, checked or planned for it.</summary>
    internal bool IsKnown { get; }

    internal IReadOnlyList<BoundRoot> Roots { get; }

    /// <summary>What a subscription follows; null for a query.</summary>
    internal BoundStream? Stream { get; }
}
