using Indexer.GraphQL.Types;

namespace Indexer.Api.Types;

/// <summary>The order of histories.</summary>
internal static class ChronologicalField
{
    /// <summary>Orders ledger rows of all networks by time when the client does not choose.</summary>
    public static Field OldestFirst(this Field field) => field.OrderedBy(("TIME", SortDirection.Ascending));
}
