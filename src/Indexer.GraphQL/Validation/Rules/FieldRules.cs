using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;
using Indexer.GraphQL.Validation.Overlap;

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

/// <summary>Objects have a selection set, leaves have none.</summary>
internal sealed class ScalarLeafs(ValidationContext context) : NodeRule<FieldNode>(context)
{
    protected override void Enter(FieldNode field, Node? parent)
    {
        if (Context.State.Type is not { } type)
        {
            return;
        }

        var name = field.Name.Value;
        if (type.Named is not CompositeType)
        {
            if (field.Selections is not null)
            {
                Report(
                    $"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.",
                    field.Selections
                );
            }
        }
        else if (field.Selections is null)
        {
            Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?",
                field
            );
        }
    }
}

/// <summary>Fields with one response key select the same thing.</summary>
internal sealed class OverlappingFieldsCanBeMerged : NodeRule<SelectionSetNode>
{
    private readonly ConflictFinder finder;

    public OverlappingFieldsCanBeMerged(ValidationContext context)
        : base(context) => finder = new ConflictFinder(context);

    protected override void Enter(SelectionSetNode set, Node? parent)
    {
        foreach (var conflict in finder.Within(Context.State.Parent, set))
        {
            Report(
                $"Fields \"{conflict.Key}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                conflict.Left.Concat(conflict.Right)
            );
        }
    }
}
