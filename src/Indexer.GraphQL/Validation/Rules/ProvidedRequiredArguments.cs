using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every required argument is given.</summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : ValidationRule(context)
{
    public override bool Concerns(Node node) => node is FieldNode or DirectiveNode;

    public override void Leave(Node node)
    {
        switch (node)
        {
            case FieldNode field when Context.State.Field is { } definition:
                Check(field, field.Arguments, definition.Arguments, $"Field \"{definition.Name}\"");
                break;
            case DirectiveNode directive when Context.State.Directive is { } definition:
                Check(directive, directive.Arguments, definition.Arguments, $"Directive \"@{definition.Name}\"");
                break;
            default:
                break;
        }
    }

    private void Check(Node node, IReadOnlyList<ArgumentNode> given, IReadOnlyList<InputValue> defined, string what)
    {
        foreach (var argument in defined.Where(item => item.IsRequired))
        {
            if (given.All(item => item.Name.Value != argument.Name))
            {
                Report(
                    $"{what} argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.",
                    node
                );
            }
        }
    }
}
