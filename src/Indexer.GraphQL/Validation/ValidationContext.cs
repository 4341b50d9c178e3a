using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation;

/// <summary>What the rules share: the document, the schema, the place being visited, the errors found.</summary>
internal sealed class ValidationContext(Schema schema, DocumentNode document, PreparationWork work)
{
    private const int MaxErrors = 100;

    private readonly Dictionary<string, FragmentNode> fragments = document
        .Definitions.OfType<FragmentNode>()
        .GroupBy(fragment => fragment.Name.Value)
        .ToDictionary(group => group.Key, group => group.Last());

    private readonly Dictionary<DefinitionNode, List<VariableUsage>> usages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationNode, List<FragmentNode>> reachable = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationNode, List<VariableUsage>> reached = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> spreads = new(
        ReferenceEqualityComparer.Instance
    );

    public Schema Schema => schema;

    public DocumentNode Document => document;

    /// <summary>Counts what the rules do.</summary>
    public PreparationWork Work => work;

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
    public List<VariableUsage> RecursiveUsages(OperationNode operation)
    {
        if (!reached.TryGetValue(operation, out var found))
        {
            found = [.. Usages(operation)];
            foreach (var fragment in Reachable(operation))
            {
                var inside = Usages(fragment);
                Work.Add(1 + inside.Count);
                found.AddRange(inside);
            }

            reached[operation] = found;
        }

        return found;
    }

    /// <summary>The fragments an operation reaches, each once.</summary>
    public List<FragmentNode> Reachable(OperationNode operation) =>
        reachable.Remember(operation, it => Reach(it.Selections));

    /// <summary>The spreads anywhere inside a selection set, not following them.</summary>
    public List<FragmentSpreadNode> Spreads(SelectionSetNode set)
    {
        var found = spreads.Remember(set, FindSpreads);

        Work.Add(1 + found.Count);
        return found;
    }

    private List<FragmentNode> Reach(SelectionSetNode start)
    {
        var found = new List<FragmentNode>();
        var names = new HashSet<string>();
        var pending = new Stack<SelectionSetNode>([start]);
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

    private static List<FragmentSpreadNode> FindSpreads(SelectionSetNode set)
    {
        var found = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([set]);
        while (pending.TryPop(out var current))
        {
            foreach (var selection in current.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        found.Add(spread);
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

        return found;
    }

    private List<VariableUsage> Usages(DefinitionNode definition) =>
        usages.Remember(
            definition,
            it =>
            {
                var (saved, collector) = (State, new VariableUsageCollector(this));
                new DocumentWalker(this, [collector]).Walk(it);
                State = saved;
                return collector.Usages;
            }
        );
}

/// <summary>Validation stopped because the document has too many errors.</summary>
internal sealed class TooManyErrorsException : Exception;
