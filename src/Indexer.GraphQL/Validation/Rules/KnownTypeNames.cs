using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every type that is named exists.</summary>
internal sealed class KnownTypeNames(ValidationContext context) : NodeRule<NamedTypeNode>(context)
{
    protected override void Enter(NamedTypeNode type, Node? parent)
    {
        if (Context.Schema.Find(type.Name) is null)
        {
            var names = Context.Schema.Types.Select(item => item.Name);
            Report($"Unknown type \"{type.Name}\".{Suggestions.DidYouMean(type.Name, names)}", type);
        }
    }
}
