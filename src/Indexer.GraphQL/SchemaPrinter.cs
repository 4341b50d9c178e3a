using System.Text;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL;

/// <summary>Prints a schema in the schema definition language, byte for byte as graphql-js prints it, types in
/// alphabetical order.</summary>
public static class SchemaPrinter
{
    /// <summary>The text of a schema file, ending in a line break.</summary>
    /// <param name="schema">The schema.</param>
    public static string Print(Schema schema)
    {
        var own = schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && !IsBuiltIn(type));
        return string.Join("\n\n", own.Select(PrintType)) + "\n";
    }

    private static bool IsBuiltIn(NamedType type) =>
        type == Scalars.Int
        || type == Scalars.Float
        || type == Scalars.String
        || type == Scalars.Boolean
        || type == Scalars.Id;

    private static string PrintType(NamedType type) => Description(type.Description, "", isFirst: true) + Body(type);

    private static string Body(NamedType type) =>
        type switch
        {
            ScalarType scalar => $"scalar {type.Name}"
                + (scalar.SpecifiedBy is { } url ? $" @specifiedBy(url: {StringPrinter.Quote(url)})" : ""),
            EnumType values => $"enum {type.Name}"
                + Block(values.Values, item => (item.Description, item.Name + Deprecation(item.Deprecation))),
            InputObjectType input => $"input {type.Name}{(input.IsOneOf ? " @oneOf" : "")}"
                + Block(input.Fields, item => (item.Description, Input(item))),
            UnionType union => $"union {type.Name} = {string.Join(" | ", union.Members)}",
            CompositeType composite => $"{(type is ObjectType ? "type" : "interface")} {type.Name}"
                + (composite.Implements.Count == 0 ? "" : $" implements {string.Join(" & ", composite.Implements)}")
                + Block(composite.Fields, item => (item.Description, PrintField(item))),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown kind of type."),
        };

    private static string Block<T>(IReadOnlyList<T> items, Func<T, (string Description, string Text)> print)
    {
        var text = new StringBuilder(" {\n");
        for (var index = 0; index < items.Count; index++)
        {
            var (description, line) = print(items[index]);
            text.Append(Description(description, "  ", index == 0)).Append("  ").Append(line).Append('\n');
        }

        return text.Append('}').ToString();
    }

    private static string PrintField(Field field) =>
        $"{field.Name}{Arguments(field.Arguments)}: {field.Type}{Deprecation(field.Deprecation)}";

    private static string Arguments(IReadOnlyList<InputValue> arguments)
    {
        if (arguments.Count == 0)
        {
            return "";
        }

        if (arguments.All(argument => argument.Description.Length == 0))
        {
            return $"({string.Join(", ", arguments.Select(Input))})";
        }

        var lines = arguments.Select(
            (item, index) => $"{Description(item.Description, "    ", index == 0)}    {Input(item)}"
        );
        return $"(\n{string.Join('\n', lines)}\n  )";
    }

    private static string Input(InputValue input) =>
        $"{input.Name}: {input.Type}{(input.Default is { } value ? $" = {value}" : "")}{Deprecation(input.Deprecation)}";

    private static string Deprecation(string? reason) =>
        reason switch
        {
            null => "",
            DirectiveDefinition.DefaultDeprecation => " @deprecated",
            _ => $" @deprecated(reason: {StringPrinter.Quote(reason)})",
        };

    private static string Description(string description, string indentation, bool isFirst)
    {
        if (description.Length == 0)
        {
            return "";
        }

        var text = StringPrinter.Block(description).Replace("\n", "\n" + indentation, StringComparison.Ordinal);
        return (indentation.Length > 0 && !isFirst ? "\n" : "") + indentation + text + "\n";
    }
}
