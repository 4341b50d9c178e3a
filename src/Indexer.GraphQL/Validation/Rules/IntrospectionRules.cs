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

/// <summary>Introspection does not follow lists inside lists without end.</summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    private const int MaxLists = 3;

    /// <summary>Fragments that were found not too deep when spread below so many lists.</summary>
    private readonly HashSet<(string Name, int Depth)> shallow = [];

    /// <summary>The fragments around the place that is looked at; a cycle is another rule's.</summary>
    private readonly HashSet<string> open = [];

    /// <summary>How often a fragment was left out because it was open: what is around it is not known to be shallow.</summary>
    private int leftOut;

    public override bool Concerns(Node node) => node is FieldNode;

    public override bool Enter(Node node, Node? parent)
    {
        if (node is not FieldNode { Name.Value: "__schema" or "__type" } field)
        {
            return true;
        }

        var isTooDeep = IsTooDeep(field, 0);
        if (isTooDeep)
        {
            Report("Maximum introspection depth exceeded", field);
        }

        return !isTooDeep;
    }

    private bool IsTooDeep(SelectionNode node, int depth)
    {
        if (node is FragmentSpreadNode { Name.Value: var name })
        {
            return IsTooDeep(name, depth);
        }

        if (
            node is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" }
            && ++depth >= MaxLists
        )
        {
            return true;
        }

        var inner = node is FieldNode field ? field.Selections : (node as InlineFragmentNode)?.Selections;
        return inner is not null && AnyTooDeep(inner, depth);
    }

    private bool IsTooDeep(string name, int depth)
    {
        if (Context.Fragment(name) is not { } fragment || shallow.Contains((name, depth)))
        {
            return false;
        }

        if (!open.Add(name))
        {
            leftOut++;
            return false;
        }

        var before = leftOut;
        var result = AnyTooDeep(fragment.Selections, depth);
        open.Remove(name);
        if (!result && leftOut == before)
        {
            shallow.Add((name, depth));
        }

        return result;
    }

    private bool AnyTooDeep(SelectionSetNode set, int depth)
    {
        Context.Work.Descend(set.Selections.Count);
        return set.Selections.Any(selection => IsTooDeep(selection, depth));
    }
}
