using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every directive exists and may stand where it does.</summary>
internal sealed class KnownDirectives(ValidationContext context) : NodeRule<DirectiveNode>(context)
{
    protected override void Enter(DirectiveNode directive, Node? parent)
    {
        var name = directive.Name.Value;
        if (Context.Schema.FindDirective(name) is not { } definition)
        {
            Report($"Unknown directive \"@{name}\".", directive);
        }
        else if (!definition.Locations.Contains(Place(parent!)))
        {
            Report($"Directive \"@{name}\" may not be used on {Place(parent!)}.", directive);
        }
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

/// <summary>A directive stands once in a place unless it is repeatable.</summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : ValidationRule(context)
{
    public override bool Concerns(Node node) => node is DefinitionNode or SelectionNode or VariableDefinitionNode;

    public override bool Enter(Node node, Node? parent)
    {
        var directives = node switch
        {
            OperationNode it => it.Directives,
            FragmentNode it => it.Directives,
            SelectionNode it => it.Directives,
            VariableDefinitionNode it => it.Directives,
            _ => [],
        };
        var seen = new Dictionary<string, DirectiveNode>();
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.FindDirective(name) is { IsRepeatable: false } && !seen.TryAdd(name, directive))
            {
                Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
            }
        }

        return true;
    }
}
