using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>No two operations share a name.</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : NodeRule<OperationNode>(context)
{
    private readonly Dictionary<string, NameNode> known = [];

    protected override void Enter(OperationNode node, Node? parent)
    {
        if (node.Name is { } name && !known.TryAdd(name.Value, name))
        {
            Report($"There can be only one operation named \"{name.Value}\".", known[name.Value], name);
        }
    }
}
