namespace Indexer.GraphQL.Types;

/// <summary>The direction of one sort key; null counts as larger than every value.</summary>
public enum SortDirection
{
    /// <summary>Smallest first, null last.</summary>
    Ascending,

    /// <summary>Largest first, null first.</summary>
    Descending,
}
