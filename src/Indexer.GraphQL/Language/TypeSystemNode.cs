namespace Indexer.GraphQL.Language;

/// <summary>A definition or extension of a schema, type or directive.</summary>
internal sealed record TypeSystemNode(
    Location Location,
    string Keyword,
    bool IsExtension,
    NameNode? Name,
    string? Description,
    IReadOnlyList<DirectiveNode> Directives
) : DefinitionNode(Location)
{
    /// <summary>Interfaces of an object, members of a union, locations of a directive.</summary>
    public IReadOnlyList<NamedTypeNode> Types { get; init; } = [];

    /// <summary>Fields, input fields, enum values, root operations or directive arguments.</summary>
    public IReadOnlyList<MemberNode> Members { get; init; } = [];

    /// <summary>The location of its directives, in the specification's word; a directive's definition can have none.</summary>
    public string? Place =>
        Keyword switch
        {
            "type" => "OBJECT",
            "input" => "INPUT_OBJECT",
            "directive" => null,
            _ => Keyword.ToUpperInvariant(),
        };

    /// <summary>Whether a directive may be repeated.</summary>
    public bool IsRepeatable { get; init; }
}
