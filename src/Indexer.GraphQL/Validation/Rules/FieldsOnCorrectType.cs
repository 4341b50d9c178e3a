using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every selected field exists.</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : NodeRule<FieldNode>(context)
{
    protected override void Enter(FieldNode node, Node? parent)
    {
        if (Context.State is { Parent: { } type, Field: null })
        {
            var name = node.Name.Value;
            var suggestion = Suggestions.DidYouMean(TypesWith(type, name), "to use an inline fragment on ");
            if (suggestion.Length == 0)
            {
                suggestion = Suggestions.DidYouMean(name, type.Fields.Select(item => item.Name));
            }

            Report($"Cannot query field \"{name}\" on type \"{type.Name}\".{suggestion}", node);
        }
    }

    private List<string> TypesWith(CompositeType type, string field)
    {
        if (type is ObjectType)
        {
            return [];
        }

        var usages = new Dictionary<CompositeType, int>();
        foreach (var possible in Context.Schema.PossibleTypes(type).Where(item => item.Find(field) is not null))
        {
            usages[possible] = 1;
            foreach (var shared in possible.Implements.Where(item => item.Find(field) is not null))
            {
                usages[shared] = usages.GetValueOrDefault(shared) + 1;
            }
        }

        return
        [
            .. usages
                .OrderByDescending(item => item.Value)
                .ThenByDescending(item => item.Key is InterfaceType)
                .ThenBy(item => item.Key.Name, NaturalComparer.Instance)
                .Select(item => item.Key.Name),
        ];
    }
}
