using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every literal fits the type of its place.</summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override bool Concerns(Node node) => node is ValueNode or ObjectFieldNode;

    public override bool Enter(Node node, Node? parent)
    {
        switch (node)
        {
            case ListNode list when Context.State.ParentInput?.Nullable is not ListType:
                CheckLeaf(list, Context.State.Input);
                return false;
            case ObjectNode item when Context.State.Input?.Named is not InputObjectType:
                CheckLeaf(item, Context.State.Input);
                return false;
            case ObjectNode item:
                CheckObject(item, (InputObjectType)Context.State.Input!.Named);
                return true;
            case ObjectFieldNode field:
                CheckField(field);
                return true;
            case NullNode when Context.State.Input is { IsNonNull: true } type:
                Report($"Expected value of type \"{type}\", found null.", node);
                return true;
            case NullNode or VariableNode or ListNode:
                return true;
            case ValueNode value:
                CheckLeaf(value, Context.State.Input);
                return true;
            default:
                return true;
        }
    }

    private void CheckObject(ObjectNode item, InputObjectType type)
    {
        foreach (var field in type.Fields.Where(field => field.IsRequired))
        {
            if (item.Fields.All(given => given.Name.Value != field.Name))
            {
                Report($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.", item);
            }
        }

        if (!type.IsOneOf)
        {
            return;
        }

        if (item.Fields.DistinctBy(field => field.Name.Value).Count() != 1)
        {
            Report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", item);
        }
        else if (item.Fields[^1].Value is NullNode)
        {
            Report($"Field \"{type.Name}.{item.Fields[0].Name.Value}\" must be non-null.", item);
        }
    }

    private void CheckField(ObjectFieldNode field)
    {
        if (Context.State.Input is null && Context.State.ParentInput?.Named is InputObjectType parent)
        {
            var name = field.Name.Value;
            var names = parent.Fields.Select(item => item.Name);
            Report(
                $"Field \"{name}\" is not defined by type \"{parent.Name}\".{Suggestions.DidYouMean(name, names)}",
                field
            );
        }
    }

    private void CheckLeaf(ValueNode value, GraphType? type)
    {
        if (type is null)
        {
            return;
        }

        if (type.Named is InputObjectType)
        {
            Report($"Expected value of type \"{type}\", found {ValuePrinter.Print(value)}.", value);
        }
        else if (LeafLiterals.Problem(value, type.Named) is { } problem)
        {
            Report(problem, value);
        }
    }
}

/// <summary>No field of an input object is given twice.</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : NodeRule<ObjectNode>(context)
{
    protected override void Enter(ObjectNode item, Node? parent)
    {
        var known = new Dictionary<string, NameNode>();
        foreach (var field in item.Fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name))
            {
                Report(
                    $"There can be only one input field named \"{field.Name.Value}\".",
                    known[field.Name.Value],
                    field.Name
                );
            }
        }
    }
}
