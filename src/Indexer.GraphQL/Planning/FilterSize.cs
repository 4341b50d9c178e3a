using Indexer.GraphQL.Inputs;

namespace Indexer.GraphQL.Planning;

/// <summary>The number of conditions of a filter.</summary>
internal static class FilterSize
{
    /// <summary>Its comparisons, and its objects and lists without any: everything that SQL is written for.</summary>
    public static long Of(InputNode filter) =>
        filter switch
        {
            ObjectInput item => Math.Max(1, item.Fields.Sum(field => Of(field.Value))),
            ListInput list => Math.Max(1, list.Items.Sum(Of)),
            _ => 1,
        };
}
