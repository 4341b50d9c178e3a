using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

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
