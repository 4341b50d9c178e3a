using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every given argument exists.</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : NodeRule<ArgumentNode>(context)
{
    protected override void Enter(ArgumentNode argument, Node? parent)
    {
        var (place, known) = (Context.State, parent) switch
        {
            ({ Argument: not null }, _) => ("", null),
            ({ Directive: { } used }, DirectiveNode) => ($"directive \"@{used.Name}\"", used.Arguments),
            ({ Field: { } field, Parent: { } type }, not DirectiveNode) => (
                $"field \"{type.Name}.{field.Name}\"",
                field.Arguments
            ),
            _ => ("", null),
        };
        if (known is not null)
        {
            var name = argument.Name.Value;
            var meant = Suggestions.DidYouMean(name, known.Select(item => item.Name));
            Report($"Unknown argument \"{name}\" on {place}.{meant}", argument);
        }
    }
}

/// <summary>No argument is given twice.</summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override bool Concerns(Node node) => node is FieldNode or DirectiveNode;

    public override bool Enter(Node node, Node? parent)
    {
        var arguments = node switch
        {
            FieldNode field => field.Arguments,
            DirectiveNode directive => directive.Arguments,
            _ => [],
        };
        foreach (var group in arguments.GroupBy(item => item.Name.Value).Where(group => group.Skip(1).Any()))
        {
            Report($"There can be only one argument named \"{group.Key}\".", group.Select(item => item.Name));
        }

        return true;
    }
}

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
