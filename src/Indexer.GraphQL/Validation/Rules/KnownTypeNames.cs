using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every type that is named exists.</summary>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node, Node? parent)
    {
        if (node is NamedTypeNode type && Context.Schema.Find(type.Name) is null)
        {
            var names = Context.Schema.Types.Select(item => item.Name);
            Report($"Unknown type \"{type.Name}\".{Suggestions.DidYouMean(type.Name, names)}", type);
        }

        return true;
    }
}
