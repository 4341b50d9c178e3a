namespace Indexer.GraphQL.Tests;

/// <summary>Valid documents with JSON variables, most of them wrong.</summary>
internal static class VariableCases
{
    public static IReadOnlyList<(string Query, string Variables)> All { get; } =
    [
        ("query ($x: Int!) { arguments { nonNullInt(a: $x) } }", "{}"),
        ("query ($x: Int!) { arguments { nonNullInt(a: $x) } }", "{\"x\": null}"),
        ("query ($x: Int!) { arguments { nonNullInt(a: $x) } }", "{\"x\": \"1\"}"),
        ("query ($x: Int!) { arguments { nonNullInt(a: $x) } }", "{\"x\": 1.5}"),
        ("query ($x: Int!) { arguments { nonNullInt(a: $x) } }", "{\"x\": 3000000000}"),
        ("query ($x: Int!) { arguments { nonNullInt(a: $x) } }", "{\"x\": {\"a\": [1, \"b\", {\"c\": {\"d\": {}}}]}}"),
        ("query ($x: Int!) { arguments { nonNullInt(a: $x) } }", "{\"x\": 7, \"other\": true}"),
        (
            "query ($x: String, $f: Float, $i: ID, $b: Boolean) { arguments { stringArg(a: $x) floatArg(a: $f) idArg(a: $i) boolArg(a: $b) } }",
            "{\"x\": 1, \"f\": \"y\", \"i\": true, \"b\": \"z\"}"
        ),
        (
            "query ($x: String, $f: Float, $i: ID, $b: Boolean) { arguments { stringArg(a: $x) floatArg(a: $f) idArg(a: $i) boolArg(a: $b) } }",
            "{\"x\": \"a\", \"f\": 2, \"i\": 5, \"b\": true}"
        ),
        ("query ($x: FurColor) { arguments { enumArg(a: $x) } }", "{\"x\": \"BROW\"}"),
        ("query ($x: FurColor) { arguments { enumArg(a: $x) } }", "{\"x\": 2}"),
        ("query ($x: [String!]) { arguments { stringListNonNull(a: $x) } }", "{\"x\": [\"a\", null, 3]}"),
        ("query ($x: [String!]) { arguments { stringListNonNull(a: $x) } }", "{\"x\": \"alone\"}"),
        ("query ($x: [[Int!]]) { arguments { matrix(a: $x) } }", "{\"x\": [[1, \"a\"], 2, [null]]}"),
        ("query ($x: ComplexInput) { arguments { complex(a: $x) } }", "{\"x\": 1}"),
        ("query ($x: ComplexInput) { arguments { complex(a: $x) } }", "{\"x\": {}}"),
        (
            "query ($x: ComplexInput) { arguments { complex(a: $x) } }",
            "{\"x\": {\"requiredField\": true, \"intFeld\": 1, \"nested\": {\"requiredField\": \"no\", \"stringListField\": [1]}}}"
        ),
        ("query ($x: ComplexInput) { arguments { complex(a: $x) } }", "{\"x\": {\"requiredField\": null}}"),
        ("query ($x: OneOfInput) { arguments { oneOf(a: $x) } }", "{\"x\": {}}"),
        ("query ($x: OneOfInput) { arguments { oneOf(a: $x) } }", "{\"x\": {\"stringField\": \"a\", \"intField\": 1}}"),
        ("query ($x: OneOfInput) { arguments { oneOf(a: $x) } }", "{\"x\": {\"stringField\": null}}"),
        (
            "query ($x: Int = 3, $y: [Int!]! = [1], $z: Int!) { arguments { intArg(a: $x) matrix(a: [$y]) nonNullInt(a: $z) } }",
            "{}"
        ),
        ("query ($x: Int = 3) { arguments { intArg(a: $x) } }", "{\"x\": null}"),
        ("query ($x: Int! = 3) { arguments { intArg(a: $x) } }", "{\"x\": null}"),
        ("query ($x: [[Int!]!]!) { arguments { matrix(a: $x) } }", "{\"x\": 5}"),
        ("query ($x: [[Int!]!]!) { arguments { matrix(a: $x) } }", "{\"x\": [null, [null], {}]}"),
        ("query ($x: Any) { arguments { any(a: $x) } }", "{\"x\": {\"a\": [1, null, {}]}}"),
        ("query ($x: FurColor!) { arguments { enumArg(a: $x) } }", "{\"x\": \"brown\"}"),
        ("query ($x: FurColor) { arguments { enumArg(a: $x) } }", "{\"x\": [\"BROWN\"]}"),
        ("query ($x: Float) { arguments { floatArg(a: $x) } }", "{\"x\": [1.5]}"),
        ("query ($x: ID) { arguments { idArg(a: $x) } }", "{\"x\": 1.5}"),
        ("query ($x: ID) { arguments { idArg(a: $x) } }", "{\"x\": {\"id\": 1}}"),
        ("query ($x: Boolean) { arguments { boolArg(a: $x) } }", "{\"x\": 0}"),
        ("query ($x: OneOfInput!) { arguments { oneOf(a: $x) } }", "{\"x\": {\"nope\": 1}}"),
        (
            "query ($x: OneOfInput!) { arguments { oneOf(a: $x) } }",
            "{\"x\": {\"stringField\": \"a\", \"intField\": null}}"
        ),
        ("query ($x: OneOfInput!) { arguments { oneOf(a: $x) } }", "{\"x\": {\"intField\": \"1\"}}"),
        ("query ($x: OneOfInput!) { arguments { oneOf(a: $x) } }", "{\"x\": {\"intField\": 1}}"),
        (
            "query ($x: ComplexInput) { arguments { complex(a: $x) } }",
            "{\"x\": {\"requiredField\": true, \"stringListField\": [\"a\", {}, [\"b\"]], \"nonNullField\": null}}"
        ),
    ];
}
