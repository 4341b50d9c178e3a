namespace Indexer.GraphQL.Language;

/// <summary>A field, argument, input field, enum value or root operation of a type system definition.</summary>
internal sealed record MemberNode(
    Location Location,
    NameNode Name,
    string? Description,
    IReadOnlyList<MemberNode> Arguments,
    TypeNode? Type,
    ValueNode? Default,
    IReadOnlyList<DirectiveNode> Directives
) : Node(Location)
{
    /// <summary>The location of its directives, in the specification's word; a root operation can have none.</summary>
    public string? Place { get; init; }
}
