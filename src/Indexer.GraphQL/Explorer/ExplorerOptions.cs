namespace Indexer.GraphQL.Explorer;

/// <summary>The page that browsers get at the endpoint, to write queries and read the schema.</summary>
public sealed record ExplorerOptions
{
    /// <summary>The name of the product, plain text.</summary>
    public string Title { get; init; } = "GraphQL";

    /// <summary>The queries to begin with, in the order to show them; the first is open on the first visit.</summary>
    public IReadOnlyList<DocumentedQuery> Examples { get; init; } = [];
}
