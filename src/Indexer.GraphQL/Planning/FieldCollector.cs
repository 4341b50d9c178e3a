using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Collects the fields of selection sets in response order, section 6.3.2 of the specification.</summary>
internal sealed class FieldCollector(Schema schema, DocumentNode document, CoercedVariables variables)
{
    private readonly Dictionary<string, FragmentNode> fragments = document
        .Definitions.OfType<FragmentNode>()
        .ToDictionary(fragment => fragment.Name.Value);

    public CoercedVariables Variables => variables;

    public Schema Schema => schema;

    public FragmentNode Fragment(FragmentSpreadNode spread) => fragments[spread.Name.Value];

    /// <summary>The fields of selection sets on an object, equal response keys merged.</summary>
    public List<SelectedField> Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var fields = new List<SelectedField>();
        var byKey = new Dictionary<string, SelectedField>();
        var visited = new HashSet<string>();
        foreach (var set in sets)
        {
            Collect(type, set, fields, byKey, visited);
        }

        return fields;
    }

    private void Collect(
        ObjectType type,
        SelectionSetNode set,
        List<SelectedField> fields,
        Dictionary<string, SelectedField> byKey,
        HashSet<string> visited
    )
    {
        variables.Work.Descend(set.Selections.Count);
        foreach (var selection in set.Selections.Where(IsIncluded))
        {
            switch (selection)
            {
                case FieldNode field when byKey.TryGetValue(field.ResponseKey, out var known):
                    known.Nodes.Add(field);
                    break;
                case FieldNode field:
                    var added = new SelectedField(
                        field.ResponseKey,
                        schema.FindField(type, field.Name.Value)!,
                        [field]
                    );
                    byKey.Add(added.Key, added);
                    fields.Add(added);
                    break;
                case InlineFragmentNode inline when Applies(type, inline.Condition):
                    Collect(type, inline.Selections, fields, byKey, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = Fragment(spread);
                    if (Applies(type, fragment.Condition))
                    {
                        Collect(type, fragment.Selections, fields, byKey, visited);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private bool Applies(ObjectType type, NamedTypeNode? condition) =>
        condition is null
        || condition.Name == type.Name
        || (schema.Find(condition.Name) is CompositeType wanted && schema.PossibleTypes(wanted).Contains(type));

    /// <summary>Whether <c>@skip</c> and <c>@include</c> leave a selection in.</summary>
    public bool IsIncluded(SelectionNode selection) =>
        selection.Directives.All(directive =>
            directive.Name.Value switch
            {
                "skip" => !Condition(directive),
                "include" => Condition(directive),
                _ => true,
            }
        );

    private bool Condition(DirectiveNode directive)
    {
        var defined = schema.FindDirective(directive.Name.Value)!;
        return ((BooleanInput)LiteralCoercion.Arguments(defined.Arguments, directive.Arguments, variables)["if"]).Value;
    }
}

/// <summary>A field of the response, with every place that selects it.</summary>
internal sealed record SelectedField(string Key, Field Field, List<FieldNode> Nodes)
{
    public FieldNode First => Nodes[0];

    public IEnumerable<SelectionSetNode> Selections =>
        Nodes.Where(node => node.Selections is not null).Select(node => node.Selections!);
}
