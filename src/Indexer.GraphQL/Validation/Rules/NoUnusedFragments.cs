using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every fragment is used by an operation.</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : NodeRule<DocumentNode>(context)
{
    protected override void Leave(DocumentNode document)
    {
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
