namespace Indexer.Simulator.Snapshot;

/// <summary>A list of a hub with its arguments <c>where</c>, <c>first</c>, <c>skip</c>, <c>orderBy</c> and <c>orderDirection</c>, and its limits.</summary>
/// <param name="rows">All rows.</param>
/// <param name="valueOf">The value of a field that can be filtered: a string, a number or a truth.</param>
internal sealed class HubList<TRow>(IEnumerable<TRow> rows, Func<TRow, string, object?> valueOf)
{
    private const long MostFirst = 1_000;
    private const long MostSkip = 5_000;
    private const int MostIn = 100;
    private static readonly string[] Numeric = ["created", "updated", "start", "end", "vp", "scores_total", "votes"];
    private static readonly string[] Operators = ["not_in", "not", "in", "gte", "gt", "lte", "lt"];

    public List<TRow> Select(IReadOnlyDictionary<string, object?> arguments)
    {
        var first = Limited(arguments, "first", 20, MostFirst);
        var skip = Limited(arguments, "skip", 0, MostSkip);
        var order = arguments.GetValueOrDefault("orderBy") as string ?? "created";
        if (!Numeric.Contains(order, StringComparer.Ordinal))
        {
            throw new HubException($"The `orderBy` field {order} is not supported", "BAD_USER_INPUT");
        }
        var where = arguments.GetValueOrDefault("where") as Dictionary<string, object?> ?? [];
        var found = rows.Where(row => where.All(condition => Holds(row, condition.Key, condition.Value)));
        var sorted =
            arguments.GetValueOrDefault("orderDirection") as string == "asc"
                ? found.OrderBy(row => Comparable(valueOf(row, order)))
                : found.OrderByDescending(row => Comparable(valueOf(row, order)));
        return
        [
            .. sorted
                .ThenBy(row => (string)valueOf(row, "id")!, StringComparer.Ordinal)
                .Skip((int)skip)
                .Take((int)first),
        ];
    }

    private static long Limited(IReadOnlyDictionary<string, object?> arguments, string name, long usual, long most) =>
        arguments.GetValueOrDefault(name) switch
        {
            null => usual,
            long number when number >= 0 && number <= most => number,
            long => throw new HubException($"The `{name}` argument must not be greater than {most}", "BAD_USER_INPUT"),
            _ => throw new HubException($"Int cannot represent the `{name}` argument"),
        };

    private bool Holds(TRow row, string condition, object? wanted)
    {
        if (wanted is null)
        {
            return true;
        }
        var name = Operators.FirstOrDefault(suffix => condition.EndsWith("_" + suffix, StringComparison.Ordinal));
        var value = valueOf(row, name is null ? condition : condition[..^(name.Length + 1)]);
        if (name is "in" or "not_in")
        {
            var list = (wanted as List<object?>) ?? [wanted];
            return list.Count > MostIn
                ? throw new HubException(
                    $"The `{condition}` argument must not have more than {MostIn} values",
                    "BAD_USER_INPUT"
                )
                : list.Exists(item => Equals(item, value)) == (name == "in");
        }
        return name switch
        {
            null => Equals(value, wanted),
            "not" => !Equals(value, wanted),
            "gte" => Comparable(value) >= Comparable(wanted),
            "gt" => Comparable(value) > Comparable(wanted),
            "lte" => Comparable(value) <= Comparable(wanted),
            _ => Comparable(value) < Comparable(wanted),
        };
    }

    private static double Comparable(object? value) =>
        value switch
        {
            long number => number,
            double number => number,
            _ => double.NegativeInfinity,
        };
}
