using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation;

/// <summary>What the rules share: the document, the schema, the place being visited, the errors found.</summary>
internal sealed class ValidationContext
{
    private const int MaxErrors = 100;

    private readonly Dictionary<string, FragmentNode> fragments = [];
    private readonly Dictionary<DefinitionNode, List<VariableUsage>> usages = new(ReferenceEqualityComparer.Instance);

    public ValidationContext(Schema schema, DocumentNode document)
    {
        Schema = schema;
        Document = document;
        foreach (var fragment in document.Definitions.OfType<FragmentNode>())
        {
            fragments[fragment.Name.Value] = fragment;
        }
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public TypeState State { get; set; }

    public List<GraphQLError> Errors { get; } = [];

    public FragmentNode? Fragment(string name) => fragments.GetValueOrDefault(name);

    public void Report(string message, IReadOnlyList<Location> locations)
    {
        if (Errors.Count >= MaxErrors)
        {
            Errors.Add(
                new GraphQLError(
                    "Too many validation errors, error limit reached. Validation aborted.",
                    [],
                    ErrorCodes.Validation
                )
            );
            throw new TooManyErrorsException();
        }

        Errors.Add(new GraphQLError(message, locations, ErrorCodes.Validation));
    }

    /// <summary>The type a reference means; null when the schema has no such type.</summary>
    public GraphType? Resolve(TypeNode node) => TypeReferences.Resolve(Schema, node);

    /// <summary>The uses of variables in an operation and every fragment it reaches.</summary>
    public IEnumerable<VariableUsage> RecursiveUsages(OperationNode operation) =>
        new DefinitionNode[] { operation }
            .Concat(Reachable(operation))
            .SelectMany(Usages);

    /// <summary>The fragments an operation reaches, each once.</summary>
    public List<FragmentNode> Reachable(OperationNode operation)
    {
        var found = new List<FragmentNode>();
        var names = new HashSet<string>();
        var pending = new Stack<SelectionSetNode>([operation.Selections]);
        while (pending.TryPop(out var set))
        {
            foreach (var spread in Spreads(set))
            {
                if (names.Add(spread.Name.Value) && Fragment(spread.Name.Value) is { } fragment)
                {
                    found.Add(fragment);
                    pending.Push(fragment.Selections);
                }
            }
        }

        return found;
    }

    /// <summary>The spreads anywhere inside a selection set, not following them.</summary>
    public static List<FragmentSpreadNode> Spreads(SelectionSetNode set)
    {
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([set]);
        while (pending.TryPop(out var current))
        {
            foreach (var selection in current.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case InlineFragmentNode inline:
                        pending.Push(inline.Selections);
                        break;
                    case FieldNode { Selections: { } inner }:
                        pending.Push(inner);
                        break;
                    default:
                        break;
                }
            }
        }

        return spreads;
    }

    private List<VariableUsage> Usages(DefinitionNode definition)
    {
        if (!usages.TryGetValue(definition, out var found))
        {
            var saved = State;
            var collector = new VariableUsageCollector(this);
            new DocumentWalker(this, [collector]).Walk(definition);
            State = saved;
            usages[definition] = found = collector.Usages;
        }

        return found;
    }
}
