using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>No fragment contains itself.</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : NodeRule<FragmentNode>(context)
{
    private readonly HashSet<string> visited = [];
    private readonly List<FragmentSpreadNode> path = [];
    private readonly Dictionary<string, int> pathStart = [];

    protected override void Enter(FragmentNode node, Node? parent) => Detect(node);

    private void Detect(FragmentNode fragment)
    {
        if (!visited.Add(fragment.Name.Value))
        {
            return;
        }

        Context.Work.Descend();
        pathStart[fragment.Name.Value] = path.Count;
        foreach (var spread in Context.Spreads(fragment.Selections))
        {
            var name = spread.Name.Value;
            path.Add(spread);
            if (pathStart.TryGetValue(name, out var start))
            {
                var cycle = path.Skip(start).ToList();
                Context.Work.Add(cycle.Count);
                var via = string.Join(", ", cycle.SkipLast(1).Select(item => $"\"{item.Name.Value}\""));
                Report(
                    $"Cannot spread fragment \"{name}\" within itself{(via.Length == 0 ? "" : $" via {via}")}.",
                    cycle
                );
            }
            else if (Context.Fragment(name) is { } next)
            {
                Detect(next);
            }

            path.RemoveAt(path.Count - 1);
        }

        pathStart.Remove(fragment.Name.Value);
    }
}
