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

    /// <summary>As many as errors are told, and as long as names are: a request must not choose what it costs to compare them.</summary>
    private const int MostSuggested = 100;
    private const int LongestSuggested = 100;

    private readonly HashSet<string> defined =
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
            var own = defined.Where(item => item.Length <= LongestSuggested).Take(MostSuggested);
            var names = Context.Schema.Types.Select(item => item.Name).Concat(own);
            var options = isDefinition ? Standard.Concat(names) : names;
            Report($"Unknown type \"{name}\".{Suggestions.DidYouMean(name, options)}", node);
        }

        return true;
    }

    public override void Leave(Node node) => isDefinition &= node is not TypeSystemNode;

    private bool IsKnown(string name) =>
        Context.Schema.Find(name) is not null || defined.Contains(name) || (isDefinition && Standard.Contains(name));
}
