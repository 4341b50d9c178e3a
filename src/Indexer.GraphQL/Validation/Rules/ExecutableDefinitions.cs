using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>A request holds only operations and fragments.</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : NodeRule<TypeSystemNode>(context)
{
    protected override void Enter(TypeSystemNode node, Node? parent)
    {
        var name = node.Name is null ? "schema" : $"\"{node.Name.Value}\"";
        Report($"The {name} definition is not executable.", node);
    }
}
