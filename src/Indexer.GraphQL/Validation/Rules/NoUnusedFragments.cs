using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every fragment is used by an operation.</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node, Node? parent) => node is DocumentNode;

    public override void Leave(Node node)
    {
        if (node is not DocumentNode document)
        {
            return;
        }

        var used = document
            .Definitions.OfType<OperationNode>()
            .SelectMany(Context.Reachable)
            .Select(fragment => fragment.Name.Value)
            .ToHashSet();
        foreach (var fragment in document.Definitions.OfType<FragmentNode>())
        {
            if (!used.Contains(fragment.Name.Value))
            {
                Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
            }
        }
    }
}
