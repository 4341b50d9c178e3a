using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

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
