using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every directive exists and may stand where it does.</summary>
internal sealed class KnownDirectives(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node, Node? parent)
    {
        if (node is not DirectiveNode directive)
        {
            return true;
        }

        var name = directive.Name.Value;
        if (Context.Schema.FindDirective(name) is not { } definition)
        {
            Report($"Unknown directive \"@{name}\".", directive);
        }
        else if (!definition.Locations.Contains(Place(parent!)))
        {
            Report($"Directive \"@{name}\" may not be used on {Place(parent!)}.", directive);
        }

        return true;
    }

    private static string Place(Node parent) =>
        parent switch
        {
            OperationNode operation => operation.Kind.ToString().ToUpperInvariant(),
            FieldNode => "FIELD",
            FragmentSpreadNode => "FRAGMENT_SPREAD",
            InlineFragmentNode => "INLINE_FRAGMENT",
            FragmentNode => "FRAGMENT_DEFINITION",
            VariableDefinitionNode => "VARIABLE_DEFINITION",
            _ => throw new ArgumentOutOfRangeException(nameof(parent), parent, "No directive can stand here."),
        };
}
