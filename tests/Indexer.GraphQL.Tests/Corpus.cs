namespace Indexer.GraphQL.Tests;

/// <summary>A schema and documents about it, some valid and some wrong in one way or several.</summary>
internal static class Corpus
{
    public const string Sdl = """
        directive @onQuery on QUERY
        directive @onField(n: Int! ) on FIELD
        directive @many repeatable on FIELD
        directive @onVar on VARIABLE_DEFINITION
        scalar Any
        interface Being { name(surname: Boolean): String }
        interface Pet implements Being { name(surname: Boolean): String }
        enum DogCommand { SIT HEEL DOWN }
        enum FurColor { BROWN BLACK TAN }
        type Dog implements Being & Pet { name(surname: Boolean): String nickname: String barkVolume: Int barks: Boolean
          doesKnowCommand(dogCommand: DogCommand): Boolean isHouseTrained(atOtherHomes: Boolean = true): Boolean
          isAtLocation(x: Int, y: Int): Boolean mother: Dog father: Dog }
        type Cat implements Being & Pet { name(surname: Boolean): String nickname: String meows: Boolean! meowVolume: Int furColor: FurColor }
        union CatOrDog = Cat | Dog
        type Human implements Being { name(surname: Boolean): String pets: [Pet] relatives: [Human]! iq: Int }
        input ComplexInput { requiredField: Boolean! nonNullField: Boolean! = false intField: Int stringField: String booleanField: Boolean stringListField: [String] nested: ComplexInput }
        input OneOfInput @oneOf { stringField: String intField: Int }
        type Arguments { intArg(a: Int): String nonNullInt(a: Int!): String stringArg(a: String): String boolArg(a: Boolean): String enumArg(a: FurColor): String
          floatArg(a: Float): String idArg(a: ID): String stringList(a: [String]): String stringListNonNull(a: [String!]): String complex(a: ComplexInput): String
          multipleReqs(req1: Int!, req2: Int!): String multipleOpts(opt1: Int = 0, opt2: Int = 0): String nonNullDefault(a: Int! = 0): String
          oneOf(a: OneOfInput): String any(a: Any): String matrix(a: [[Int!]]): String }
        type Query { human(id: ID): Human dog: Dog cat: Cat pet: Pet being: Being catOrDog: CatOrDog arguments: Arguments version: String! }
        type Mutation { rename(name: String!): Dog }
        type Subscription { barked: Dog meowed: Cat }
        """;

    /// <summary>Documents, without variables.</summary>
    public static string[] Documents { get; } =
    [
        // Syntax.
        "",
        "{",
        "{ a",
        "{ }",
        "query",
        "query Q",
        "foo",
        "{ a: }",
        "{ f(: 1) }",
        "{ f() }",
        "{ ...on }",
        "fragment on on Dog { name }",
        "{ dog { name }} }",
        "{ dog { name(surname: 01) } }",
        "{ a(b: 1.) }",
        "{ a(b: 1e) }",
        "{ a(b: -) }",
        "{ a(b: 1a) }",
        "{ a(b: .5) }",
        "{ a(b: \"x) }",
        "{ a(b: \"\\q\") }",
        "{ a(b: \"\\u12\") }",
        "{ a(b: \"\\u{110000}\") }",
        "{ a(b: \"\\uD83D\") }",
        "{ a(b: \"\\uD83D\\uDE00\") }",
        "{ a(b: 'x') }",
        "{ a ? }",
        "{ a \u0007 }",
        "{ a(b: \"\"\"x) }",
        "query ($x: Int = $y) { a }",
        "query ($x) { a }",
        "{ a(b: $) }",
        "{ a(b: [1, {c: }]) }",
        "\"d\" { a }",
        "\"d\" foo",
        "\"d\" extend type X { a: Int }",
        "extend type Dog",
        "enum E { true }",
        "type X { f }",
        "directive @x on NOWHERE",
        "schema { foo: Dog }",
        "{ dog @ }",
        "{ a { b { c } }",
        "query Q { dog { name } } }",
        "{ \u00e9 }",
        "{ dog . name }",
        "\uFEFF{ version }",
        "# only a comment",
        // Valid.
        "{ version }",
        "\"described\" query Q(\"the id\" $id: ID) { human(id: $id) { name } }",
        "{ dog { ...D } } fragment D on Dog { name nickname mother { ...E } } fragment E on Dog { barks }",
        "{ catOrDog { __typename ... on Cat { meows } ... on Dog { barks } ... on Pet { name } } }",
        "query Q($b: Boolean!) @onQuery { dog @include(if: $b) @onField(n: 1) @many @many { name @skip(if: false) } }",
        "query Q($v: Int @onVar) { arguments { intArg(a: $v) } }",
        "{ __schema { types { name } } __type(name: \"Dog\") { name } }",
        "{ arguments { complex(a: { requiredField: true, nested: { requiredField: false, stringListField: [\"a\", null] } }) } }",
        // Definitions and operations.
        "type X { a: Int } { version }",
        "extend type Dog { x: Int } { version }",
        "schema { query: Query } { version }",
        "directive @x on FIELD { version }",
        "query A { version } query A { version }",
        "{ version } query B { version }",
        "{ version } { version }",
        "mutation M { rename(name: \"x\") { name } } query M { version }",
        "subscription S { barked { name } meowed { meows } }",
        "subscription { barked { name } meowed { meows } }",
        "subscription S { __typename }",
        "subscription { ...F } fragment F on Subscription { barked { name } meowed { meows } __typename }",
        "subscription S { a: barked { name } }",
        // Types and fragments.
        "query ($x: Dg) { version }",
        "{ dog { ... on Dgo { name } } }",
        "fragment F on Nope { a } { ...F }",
        "{ dog { ... on FurColor { name } } }",
        "fragment F on Int { a } { dog { ...F } }",
        "fragment F on ComplexInput { a } { dog { ...F } }",
        "query ($d: Dog, $p: [Pet!]!) { version }",
        "query ($c: ComplexInput, $f: [FurColor]) { version }",
        "fragment F on Dog { name } fragment F on Cat { name } { dog { ...F } }",
        "{ dog { ...Missing } }",
        "fragment Unused on Dog { name } { version }",
        "fragment A on Dog { ...B } fragment B on Dog { name } { version }",
        "{ dog { ... on Cat { meows } } }",
        "{ cat { ...D } } fragment D on Dog { barks }",
        "{ human { ... on Pet { name } } }",
        "{ catOrDog { ... on Human { name } } }",
        "{ pet { ... on CatOrDog { __typename } } }",
        "{ dog { ...A } } fragment A on Dog { ...A }",
        "{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...C } fragment C on Dog { ...A name }",
        "{ dog { ...A ...B } } fragment A on Dog { mother { ...B } } fragment B on Dog { father { ...A } mother { ...B } }",
        // Fields.
        "{ nope }",
        "{ dog { meowVolume } }",
        "{ dog { nicknam barkvolume } }",
        "{ catOrDog { name } }",
        "{ pet { nickname } }",
        "{ being { barks } }",
        "{ pet { meows nope } }",
        "{ dog { name { x } } }",
        "{ dog }",
        "{ dog { mother } }",
        "{ version { } }",
        "{ human { relatives } }",
        "{ dog { __typname } }",
        "{ dog { __schema { types { name } } } }",
        "mutation { rename }",
        "mutation { nope }",
        // Arguments.
        "{ dog { name(sirname: true) } }",
        "{ dog { isAtLocation(z: 1, q: 2) } }",
        "{ dog { name(surname: true, surname: false) } }",
        "{ dog @onField(m: 1) { name } }",
        "{ dog @onField { name } }",
        "{ arguments { multipleReqs } }",
        "{ arguments { multipleReqs(req1: 1) nonNullInt nonNullDefault } }",
        "{ dog @include { name } }",
        "{ dog @skip(if: true, if: false) { name } }",
        "{ nope(a: 1) { b } }",
        "{ __type { name } }",
        // Directives.
        "{ dog @unknown { name } }",
        "query @onField(n: 1) { version }",
        "{ dog @onQuery { name } }",
        "{ dog { ...F @onQuery } } fragment F on Dog @onQuery { name }",
        "{ dog { ... @onQuery { name } } }",
        "{ dog @include(if: true) @include(if: false) { name } }",
        "query ($x: Int @onQuery @onVar @onVar) { arguments { intArg(a: $x) } }",
        "mutation @onQuery { rename(name: \"x\") { name } }",
        "subscription @onQuery { barked { name } }",
        // Values.
        "{ arguments { intArg(a: \"1\") } }",
        "{ arguments { intArg(a: 3.5) } }",
        "{ arguments { intArg(a: 2147483648) } }",
        "{ arguments { intArg(a: FOO) boolArg(a: 2) boolArg2: boolArg(a: \"x\") } }",
        "{ arguments { stringArg(a: 1) s2: stringArg(a: true) s3: stringArg(a: BAR) s4: stringArg(a: 1.5) } }",
        "{ arguments { floatArg(a: \"3\") f2: floatArg(a: true) f3: floatArg(a: 3) } }",
        "{ arguments { idArg(a: 1.0) i2: idArg(a: true) i3: idArg(a: 5) i4: idArg(a: X) } }",
        "{ arguments { enumArg(a: BROW) e2: enumArg(a: \"BROWN\") e3: enumArg(a: 1) e4: enumArg(a: true) e5: enumArg(a: brown) } }",
        "{ arguments { stringList(a: [\"x\", 2]) l2: stringList(a: 1) l3: stringListNonNull(a: [\"x\", null]) l4: stringList(a: \"one\") } }",
        "{ arguments { nonNullInt(a: null) } }",
        "{ arguments { complex(a: {}) c2: complex(a: 1) c3: complex(a: [1]) } }",
        "{ arguments { complex(a: { requiredField: true, unknownField: 1, intFeld: 2 }) } }",
        "{ arguments { complex(a: { requiredField: 1, stringListField: [\"a\", 2], intField: \"x\" }) } }",
        "{ arguments { complex(a: { requiredField: true, nonNullField: null }) } }",
        "{ arguments { complex(a: { requiredField: true, requiredField: false }) } }",
        "{ arguments { oneOf(a: {}) o2: oneOf(a: { stringField: \"a\", intField: 1 }) o3: oneOf(a: { stringField: null }) o4: oneOf(a: { intField: 1 }) } }",
        "{ arguments { any(a: { x: [1, \"y\", { z: null }] }) } }",
        "{ arguments { intArg(a: [1, 2]) i2: intArg(a: { b: 1 }) } }",
        "{ arguments { matrix(a: [[1, null], 2, [\"x\"]]) } }",
        "query ($a: Int = \"x\", $b: ComplexInput = { requiredField: 1 }, $c: FurColor = PINK, $d: String! = null) { version }",
        "{ arguments { stringArg(a: \"\"\"block\n  text\"\"\") intArg(a: \"\"\"block\"\"\") } }",
        // Variables.
        "query Q { arguments { intArg(a: $x) } }",
        "{ arguments { intArg(a: $x) } }",
        "query Q($x: Int) { version }",
        "query ($x: Int) { version }",
        "query Q($x: Int, $x: String) { arguments { intArg(a: $x) } }",
        "query Q { arguments { ...F } } fragment F on Arguments { intArg(a: $y) complex(a: { requiredField: $z }) }",
        "query A($y: Int) { arguments { ...F } } query B { arguments { ...F } } fragment F on Arguments { intArg(a: $y) }",
        "query ($x: String) { arguments { intArg(a: $x) } }",
        "query ($x: Int) { arguments { nonNullInt(a: $x) } }",
        "query ($x: Int = 1) { arguments { nonNullInt(a: $x) } }",
        "query ($x: Int) { arguments { nonNullDefault(a: $x) } }",
        "query ($x: Int = null) { arguments { nonNullInt(a: $x) } }",
        "query ($x: [String]) { arguments { stringListNonNull(a: $x) } }",
        "query ($x: String) { arguments { stringList(a: $x) s2: stringList(a: [$x]) s3: stringListNonNull(a: [$x]) } }",
        "query ($b: Boolean) { dog @include(if: $b) { name } }",
        "query ($x: String) { arguments { oneOf(a: { stringField: $x }) } }",
        "query ($x: String!) { arguments { oneOf(a: { stringField: $x }) } }",
        "query ($x: Int!) { arguments { complex(a: { requiredField: $x }) } }",
        "query ($x: ComplexInput, $y: Boolean) { arguments { complex(a: { requiredField: true, nested: $x, nonNullField: $y }) } }",
        // Overlapping fields.
        "{ dog { name nickname name: nickname } }",
        "{ dog { x: name ...F } } fragment F on Dog { x: barks }",
        "{ dog { name(surname: true) name } }",
        "{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: HEEL) } }",
        "{ dog { isAtLocation(x: 1, y: 2) isAtLocation(y: 2, x: 1) } }",
        "{ pet { ... on Dog { v: barkVolume } ... on Cat { v: meowVolume } } }",
        "{ pet { ... on Dog { v: barkVolume } ... on Cat { v: meows } } }",
        "{ pet { ... on Dog { v: barks } ... on Cat { v: meows } } }",
        "{ dog { mother { a: name } mother { a: nickname } } }",
        "{ dog { mother { a: name b: barks } mother { a: nickname b: name } } }",
        "{ a: dog { name } a: cat { name } }",
        "{ dog { ...A ...B } } fragment A on Dog { x: name ...B } fragment B on Dog { x: barks ...C } fragment C on Dog { x: nickname }",
        "{ human { relatives { x: name } } human { relatives { x: iq } } }",
        "{ arguments { complex(a: { requiredField: true, intField: 1 }) complex(a: { intField: 1, requiredField: true }) } }",
        "{ nope { a: b } nope { a: c } }",
        "{ pet { ... on Dog { x: mother { name } } ... on Cat { x: nickname } } }",
        "{ pet { ... on Dog { mother { n: name } } ... on Dog { mother { n: nickname } } } }",
        // Introspection depth.
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "{ __type(name: \"Dog\") { interfaces { possibleTypes { ...T } } } } fragment T on __Type { inputFields { name } }",
        // Several at once.
        "query Q($unused: Nope, $i: Int) { dog { nope ...X @what } cat(a: 1) { meows { b } ...X } arguments { nonNullInt(a: $j) } }",
    ];

    /// <summary>A document and JSON variables.</summary>
    public static (string Query, string Variables)[] WithVariables { get; } =
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
    ];
}
