using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>A directive stands once in a place unless it is repeatable. A type and its extensions are one place.</summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> ofTypes = [];

    public override bool Concerns(Node node) =>
        node is DefinitionNode or SelectionNode or VariableDefinitionNode or MemberNode;

    public override bool Enter(Node node, Node? parent)
    {
        var directives = node switch
        {
            OperationNode it => it.Directives,
            FragmentNode it => it.Directives,
            SelectionNode it => it.Directives,
            VariableDefinitionNode it => it.Directives,
            TypeSystemNode it => it.Directives,
            MemberNode it => it.Directives,
            _ => [],
        };
        var seen = node is TypeSystemNode type ? OfType(type) : [];
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

    private Dictionary<string, DirectiveNode> OfType(TypeSystemNode type)
    {
        // The schema has no name.
        var name = type.Name?.Value ?? "";
        if (!ofTypes.TryGetValue(name, out var seen))
        {
            ofTypes[name] = seen = [];
        }

        return seen;
    }
}
