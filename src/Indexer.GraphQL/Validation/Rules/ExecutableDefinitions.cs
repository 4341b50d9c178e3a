using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>A request holds only operations and fragments.</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node, Node? parent)
    {
        if (node is TypeSystemNode definition)
        {
            var name = definition.Name is null ? "schema" : $"\"{definition.Name.Value}\"";
            Report($"The {name} definition is not executable.", definition);
        }

        return true;
    }
}
