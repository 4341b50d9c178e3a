using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every given argument exists.</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : NodeRule<ArgumentNode>(context)
{
    protected override void Enter(ArgumentNode argument, Node? parent)
    {
        var name = argument.Name.Value;
        if (parent is DirectiveNode directive)
        {
            if (Context.State is { Directive: { } used, Argument: null })
            {
                var names = used.Arguments.Select(item => item.Name);
                Report(
                    $"Unknown argument \"{name}\" on directive \"@{directive.Name.Value}\".{Suggestions.DidYouMean(name, names)}",
                    argument
                );
            }
        }
        else if (Context.State is { Field: { } field, Parent: { } type, Argument: null })
        {
            var names = field.Arguments.Select(item => item.Name);
            Report(
                $"Unknown argument \"{name}\" on field \"{type.Name}.{field.Name}\".{Suggestions.DidYouMean(name, names)}",
                argument
            );
        }
    }
}
