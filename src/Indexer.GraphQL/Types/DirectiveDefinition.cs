namespace Indexer.GraphQL.Types;

/// <summary>A directive of the schema.</summary>
internal sealed record DirectiveDefinition(
    string Name,
    string Description,
    IReadOnlyList<string> Locations,
    IReadOnlyList<InputValue> Arguments,
    bool IsRepeatable = false
)
{
    public const string DefaultDeprecation = "No longer supported";

    private static readonly string[] Selections = ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"];

    /// <summary>The directives of the specification.</summary>
    public static IReadOnlyList<DirectiveDefinition> Specified { get; } =
    [
        new(
            "include",
            "Directs the executor to include this field or fragment only when the `if` argument is true.",
            Selections,
            [new InputValue("if", Scalars.Boolean.NonNull(), "Included when true.")]
        ),
        new(
            "skip",
            "Directs the executor to skip this field or fragment when the `if` argument is true.",
            Selections,
            [new InputValue("if", Scalars.Boolean.NonNull(), "Skipped when true.")]
        ),
        new(
            "deprecated",
            "Marks an element of a GraphQL schema as no longer supported.",
            ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
            [
                new InputValue(
                    "reason",
                    Scalars.String,
                    "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
                    "\"No longer supported\""
                ),
            ]
        ),
        new(
            "specifiedBy",
            "Exposes a URL that specifies the behavior of this scalar.",
            ["SCALAR"],
            [new InputValue("url", Scalars.String.NonNull(), "The URL that specifies the behavior of this scalar.")]
        ),
        new(
            "oneOf",
            "Indicates exactly one field must be supplied and this field must not be `null`.",
            ["INPUT_OBJECT"],
            []
        ),
    ];
}
