using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>The schema is not asked for where introspection is turned off: graphql-js' optional rule of this name.</summary>
internal sealed class NoSchemaIntrospection(ValidationContext context) : ValidationRule(context)
{
    public override bool Concerns(Node node) => node is FieldNode;

    public override bool Enter(Node node, Node? parent)
    {
        if (node is not FieldNode { Name.Value: "__schema" or "__type" } field)
        {
            return true;
        }

        Report(
            $"GraphQL introspection has been disabled, but the requested query contained the field \"{field.Name.Value}\".",
            field
        );
        return false;
    }
}
