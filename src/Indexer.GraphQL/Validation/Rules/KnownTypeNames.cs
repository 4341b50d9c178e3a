using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every type that is named exists, or is defined by the document. Definitions may name any scalar of the specification.</summary>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule(context)
{
    private static readonly IReadOnlyList<string> Standard =
    [
        Scalars.String.Name,
        Scalars.Int.Name,
        Scalars.Float.Name,
        Scalars.Boolean.Name,
        Scalars.Id.Name,
    ];

    private readonly IReadOnlyList<string> defined =
    [
        .. context
            .Document.Definitions.OfType<TypeSystemNode>()
            .Where(definition => definition is { IsExtension: false, Keyword: not "directive", Name: not null })
            .Select(definition => definition.Name!.Value),
    ];

    private bool isDefinition;

    public override bool Concerns(Node node) => node is NamedTypeNode or TypeSystemNode;

    public override bool Enter(Node node, Node? parent)
    {
        isDefinition |= node is TypeSystemNode;
        if (node is NamedTypeNode { Name: var name } && !IsKnown(name))
        {
            IEnumerable<string> names = [.. Context.Schema.Types.Select(item => item.Name), .. defined];
            var options = isDefinition ? Standard.Concat(names) : names;
            Report($"Unknown type \"{name}\".{Suggestions.DidYouMean(name, options)}", node);
        }

        return true;
    }

    public override void Leave(Node node) => isDefinition &= node is not TypeSystemNode;

    private bool IsKnown(string name) =>
        Context.Schema.Find(name) is not null || defined.Contains(name) || (isDefinition && Standard.Contains(name));
}
