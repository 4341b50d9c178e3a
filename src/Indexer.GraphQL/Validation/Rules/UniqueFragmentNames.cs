using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>No two fragments share a name.</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : NodeRule<FragmentNode>(context)
{
    private readonly Dictionary<string, NameNode> known = [];

    protected override void Enter(FragmentNode node, Node? parent)
    {
        var name = node.Name;
        if (!known.TryAdd(name.Value, name))
        {
            Report($"There can be only one fragment named \"{name.Value}\".", known[name.Value], name);
        }
    }
}
