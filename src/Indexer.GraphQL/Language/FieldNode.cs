namespace Indexer.GraphQL.Language;

/// <summary>A selected field.</summary>
internal sealed record FieldNode(
    Location Location,
    NameNode? Alias,
    NameNode Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? Selections
) : SelectionNode(Location, Directives)
{
    /// <summary>The key of the field in the response.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}
