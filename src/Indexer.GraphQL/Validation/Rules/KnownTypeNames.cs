using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every type that is named exists.</summary>
internal sealed class KnownTypeNames(ValidationContext context) : NodeRule<NamedTypeNode>(context)
{
    protected override void Enter(NamedTypeNode node, Node? parent)
    {
        if (Context.Resolve(node) is null)
        {
            var names = Context.Schema.Types.Select(type => type.Name);
            Report($"Unknown type \"{node.Name}\".{Suggestions.DidYouMean(node.Name, names)}", node);
        }
    }
}
