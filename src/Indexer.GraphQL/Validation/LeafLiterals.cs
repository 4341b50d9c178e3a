using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation;

/// <summary>Literals of scalars and enums.</summary>
internal static class LeafLiterals
{
    /// <summary>Why a literal is no value of a type; null when it is one.</summary>
    public static string? Problem(ValueNode value, NamedType type)
    {
        if (type is EnumType values)
        {
            return EnumProblem(value, values);
        }

        try
        {
            ((ScalarType)type).Parse(ToInput(value));
            return null;
        }
        catch (FormatException problem)
        {
            return problem.Message;
        }
    }

    public static ScalarInput ToInput(ValueNode value) =>
        value switch
        {
            StringNode text => new(ScalarInputKind.Text, text.Value, ValuePrinter.Print(value), true),
            IntNode number => new(ScalarInputKind.Integer, number.Text, number.Text, true),
            FloatNode number => new(ScalarInputKind.Fraction, number.Text, number.Text, true),
            BooleanNode truth => new(
                ScalarInputKind.Boolean,
                ValuePrinter.Print(truth),
                ValuePrinter.Print(truth),
                true
            ),
            _ => new(ScalarInputKind.Other, "", ValuePrinter.Print(value), IsLiteral: true),
        };

    private static string? EnumProblem(ValueNode value, EnumType type)
    {
        if (value is not EnumNode word)
        {
            var shown = ValuePrinter.Print(value);
            return $"Enum \"{type.Name}\" cannot represent non-enum value: {shown}.{Meant(type, shown)}";
        }

        return type.Find(word.Name) is null
            ? $"Value \"{word.Name}\" does not exist in \"{type.Name}\" enum.{Meant(type, word.Name)}"
            : null;
    }

    public static string Meant(EnumType type, string text) =>
        Suggestions.DidYouMean(text, type.Values.Select(value => value.Name), "the enum value ");
}
