using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every spread fragment exists.</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node, Node? parent)
    {
        if (node is FragmentSpreadNode { Name: { } name } && Context.Fragment(name.Value) is null)
        {
            Report($"Unknown fragment \"{name.Value}\".", name);
        }

        return true;
    }
}
