namespace Indexer.GraphQL.Introspection;

/// <summary>The places where directives may stand.</summary>
internal static class DirectiveLocations
{
    public static IReadOnlyList<string> All { get; } =
    [
        "QUERY",
        "MUTATION",
        "SUBSCRIPTION",
        "FIELD",
        "FRAGMENT_DEFINITION",
        "FRAGMENT_SPREAD",
        "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION",
        "SCHEMA",
        "SCALAR",
        "OBJECT",
        "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION",
        "INTERFACE",
        "UNION",
        "ENUM",
        "ENUM_VALUE",
        "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
    ];

    public static string Describe(string name)
    {
        var words = name.Replace('_', ' ').ToLowerInvariant();
        return $"Location adjacent to {("aeiou".Contains(words[0], StringComparison.Ordinal) ? "an" : "a")} {words}.";
    }
}
