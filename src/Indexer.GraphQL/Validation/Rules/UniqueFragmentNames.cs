using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>No two fragments share a name.</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> known = [];

    public override bool Enter(Node node, Node? parent)
    {
        if (node is FragmentNode { Name: { } name } && !known.TryAdd(name.Value, name))
        {
            Report($"There can be only one fragment named \"{name.Value}\".", known[name.Value], name);
        }

        return true;
    }
}
