using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Variables have input types.</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : NodeRule<VariableDefinitionNode>(context)
{
    protected override void Enter(VariableDefinitionNode it, Node? parent)
    {
        if (Context.Resolve(it.Type) is { IsInput: false })
        {
            Report($"Variable \"${it.Variable.Name}\" cannot be non-input type \"{it.Type}\".", it.Type);
        }
    }
}
