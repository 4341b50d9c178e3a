namespace Indexer.GraphQL.Language;

/// <summary>The use of a directive.</summary>
internal sealed record DirectiveNode(Location Location, NameNode Name, IReadOnlyList<ArgumentNode> Arguments)
    : Node(Location);
