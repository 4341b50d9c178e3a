namespace Indexer.GraphQL.Tests;

/// <summary>
/// Documents that are small and ask for much work: fans and chains of fragments, crowds of operations, aliases and literals,
/// each as large as a document may be.
/// </summary>
internal static class HostileDocuments
{
    private const string Data = "Thing";
    private const string Introspection = "__Type";

    /// <summary>By name, over <see cref="TestSchema"/>.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["fan of fragments below a type"] = On(Introspection, "...F0", Fan(25, 3, Introspection, "ofType")),
            ["fan of fragments on a type"] = On(Introspection, "...F0", Fan(100, 20, Introspection, null)),
            ["fan of fragments below rows"] = On(Data, "...F0", Fan(25, 3, Data, "parts { nodes")),
            ["fan of fragments on rows"] = On(Data, "...F0", Fan(100, 20, Data, null)),
            ["every fragment spreads every later one"] = On(Data, "...F0", Fan(110, 110, Data, null)),
            ["every fragment spreads every other one"] = On(Introspection, "...F0", Cyclic(80, Introspection)),
            ["cycles of rows"] = On(Data, "...F0", Cyclic(80, Data)),
            ["long cycles"] = On(
                Data,
                "...F0",
                Many(1_000, i => $"fragment F{i} on Thing {{ ...F{i + 1} }} ")
                    + $"fragment F1000 on Thing {{ {Many(100, i => $"...F{i} ")}}}"
            ),
            ["chain of bare fragments"] = On(Data, "...F0", Chain(1_800, Data, "")),
            ["chain of fragments with a field"] = On(Data, "...F0", Chain(1_600, Data, "name ")),
            ["chain of fragments with aliases"] = On(Data, "...F0", Chain(1_100, Data, "a: name id ")),
            ["chain of fragments on a type"] = On(Introspection, "...F0", Chain(1_600, Introspection, "name ")),
            ["chain spread at every field"] =
                $"{{ things {{ nodes {{ {Many(190, i => $"a{i}: parts {{ nodes {{ ...F0 }} }} ")}}} }} }} "
                + Chain(1_000, Data, ""),
            ["operations and fragments"] =
                Many(600, i => $"query Q{i} {{ things {{ nodes {{ ...F0 }} }} }} ") + Chain(600, Data, ""),
            ["operations, fragments and variables"] =
                Many(400, i => $"query Q{i}($v: Int) {{ things {{ nodes {{ ...F0 }} }} }} ")
                + Many(400, i => $"fragment F{i} on Thing {{ parts(first: $v) {{ totalCount }} ...F{i + 1} }} ")
                + "fragment F400 on Thing { id }",
            ["operations without a name"] = Many(4_000, _ => "{__typename}"),
            ["unknown spreads"] = On(Data, Many(7_000, i => $"...F{i} "), ""),
            ["known spreads"] = On(
                Data,
                Many(1_400, i => $"...F{i} "),
                Many(1_400, i => $"fragment F{i} on Thing {{ id }} ")
            ),
            ["spreads of one fragment"] = On(Data, Many(7_000, _ => "...F "), "fragment F on Thing { id }"),
            ["one key for many fields"] = On(Data, Many(3_500, i => $"k: f{i} "), ""),
            ["one key with many arguments"] = On(Data, Many(1_200, i => $"k: parts(first: {i}) {{ totalCount }} "), ""),
            ["one key with long texts"] = On(
                Data,
                Many(
                    100,
                    i => $"k: parts(where: {{ name: {{ eq: \"{new string('x', 2_400)}{i % 2}\" }} }}) {{ totalCount }} "
                ),
                ""
            ),
            ["one key many levels deep"] = On(
                Data,
                Many(500, _ => "parts { nodes { parts { nodes { name } } } } "),
                ""
            ),
            ["one field many times"] = On(Data, Many(14_000, _ => "name "), ""),
            ["repeated arguments"] = On(Data, $"parts({Many(3_600, _ => "first: 1 ")}) {{ totalCount }}", ""),
            ["arguments in two fields"] = On(
                Data,
                Many(2, _ => $"parts({Many(1_800, i => $"a{i}: 1 ")}) {{ totalCount }} "),
                ""
            ),
            ["aliases"] = On(Data, Many(4_000, i => $"a{i}: name "), ""),
            ["aliases at the root"] = $"{{ {Many(1_500, i => $"a{i}: things {{ totalCount }} ")}}}",
            ["an order again and again"] =
                $"{{ things {{ nodes {{ {Many(190, i => $"a{i}: parts {{ ...F }} ")}}} }} }} fragment F on ThingConnection {{ nodes {{ parts(orderBy: [{Many(2_500, _ => "{field: NAME} ")}]) {{ totalCount }} }} }}",
            ["a list again and again"] =
                $"{{ things {{ nodes {{ {Many(190, i => $"a{i}: parts {{ ...F }} ")}}} }} }} fragment F on ThingConnection {{ nodes {{ parts(where: {{ name: {{ in: [{Many(12_000, _ => "\"\" ")}] }} }}) {{ totalCount }} }} }}",
            ["deep filters"] =
                $"{{ things(where: {Many(60, _ => "{ not: ")}{{}}{Many(60, _ => "}")}) {{ totalCount }} }}",
            ["wide filters"] = $"{{ things(where: {{ or: [{Many(7_000, _ => "{}")}] }}) {{ totalCount }} }}",
            ["unused variables"] = $"query ({Many(3_700, i => $"$v{i}: Int ")}) {{ __typename }}",
            ["unknown types"] =
                $"query ({Many(3_700, i => $"$v{i}: ThingConnectionThingConnectionFilter{i} ")}) {{ __typename }}",
            ["unknown fields"] = On(Data, Many(10_000, i => $"nameOfTheThing{i} "), ""),
            ["inline fragments"] = On(Data, $"{Many(50, _ => "... { ")}id {Many(50, _ => "} ")}", ""),
            ["spreads in inline fragments"] = On(
                Data,
                "...F0",
                Many(200, i => $"fragment F{i} on Thing {{ {Many(9, _ => $"... {{ ...F{i + 1} }} ")}}} ")
                    + "fragment F200 on Thing { id }"
            ),
            ["everything about every type"] =
                $"{{ __schema {{ types {{ {Many(90, i => $"a{i}: fields {{ type {{ b{i}: fields {{ name args {{ name }} }} }} }} ")}}} }} }}",
            ["the schema again and again"] =
                $"{{ {Many(50, i => $"s{i}: __schema {{ types {{ fields {{ type {{ ...F ofType {{ ...F ofType {{ ...F ofType {{ ...F }} }} }} }} }} }} }} ")}}} "
                + "fragment F on __Type { fields { name description args { name description } } }",
        };

    /// <summary>Random fragments that spread each other, and operations that spread them.</summary>
    public static string Random(int seed)
    {
        var random = new Random(seed);
        var type = random.Next(2) == 0 ? Data : Introspection;
        var fragments = random.Next(2, 200);
        var isAcyclic = random.Next(4) > 0;
        var text = Many(
            random.Next(1, 60),
            i =>
                $"query Q{i} {{ {Many(random.Next(1, 4), j => $"a{j}: {Root(type, $"...F{random.Next(fragments)}")} ")}}} "
        );
        for (var i = 0; i < fragments && text.Length < 60_000; i++)
        {
            var parts = Many(random.Next(1, 8), _ => Selection(type, i));
            text += $"fragment F{i} on {type} {{ {parts}}} ";
        }

        return text;

        string Selection(string on, int own)
        {
            var other = isAcyclic ? random.Next(own + 1, fragments + 1) : random.Next(fragments);
            var spread = other == fragments ? "name" : $"...F{other}";
            var inside = on == Data ? $"parts {{ nodes {{ {spread} }} }}" : $"ofType {{ {spread} }}";
            return random.Next(6) switch
            {
                0 => "name ",
                1 => $"k: {(on == Data ? "id" : "kind")} ",
                2 => $"a{random.Next(9)}: {inside} ",
                3 => $"{inside} ",
                4 => $"... {{ {spread} }} ",
                _ => $"{spread} ",
            };
        }
    }

    private static string On(string type, string selections, string fragments) =>
        $"{{ {Root(type, selections)} }} {fragments}";

    private static string Root(string type, string selections) =>
        type == Data ? $"things {{ nodes {{ {selections} }} }}" : $"__type(name: \"Thing\") {{ {selections} }}";

    /// <summary>Each spreads the next ones, inside a field or not.</summary>
    private static string Fan(int count, int width, string type, string? field)
    {
        var (before, after) = field is null
            ? ("", "")
            : ($"{field} {{ ", field.Contains('{', StringComparison.Ordinal) ? "} }" : "}");
        return Many(
                count,
                i =>
                    $"fragment F{i} on {type} {{ {before}{Many(Math.Min(width, count - i), j => $"...F{i + 1 + j} ")}{after}}} "
            ) + $"fragment F{count} on {type} {{ name }}";
    }

    private static string Cyclic(int count, string type) =>
        Many(count, i => $"fragment F{i} on {type} {{ {Many(count, j => j == i ? "" : $"...F{j} ")}}} ");

    private static string Chain(int count, string type, string fields) =>
        Many(count, i => $"fragment F{i} on {type} {{ {fields}...F{i + 1} }} ")
        + $"fragment F{count} on {type} {{ name }}";

    private static string Many(int count, Func<int, string> piece) =>
        string.Concat(Enumerable.Range(0, count).Select(piece));
}
