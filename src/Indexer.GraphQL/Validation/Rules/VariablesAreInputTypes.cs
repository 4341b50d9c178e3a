using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Variables have input types.</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node, Node? parent)
    {
        if (node is VariableDefinitionNode it && Context.Resolve(it.Type) is { IsInput: false })
        {
            Report($"Variable \"${it.Variable.Name}\" cannot be non-input type \"{it.Type}\".", it.Type);
        }

        return true;
    }
}
