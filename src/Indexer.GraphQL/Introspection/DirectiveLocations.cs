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
        var words = name switch
        {
            "QUERY" or "MUTATION" or "SUBSCRIPTION" => $"{name} operation",
            "SCHEMA" or "SCALAR" or "INTERFACE" or "UNION" or "ENUM" or "ENUM_VALUE" => $"{name} definition",
            "OBJECT" or "INPUT_OBJECT" => $"{name} type definition",
            "INPUT_FIELD_DEFINITION" => "input object field definition",
            _ => name,
        };
        var text = words.Replace('_', ' ').ToLowerInvariant();
        return $"Location adjacent to {(text[0] is 'a' or 'e' or 'i' or 'o' ? "an" : "a")} {text}.";
    }
}
