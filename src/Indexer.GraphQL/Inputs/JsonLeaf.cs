using System.Text.Json;
using Indexer.GraphQL.Types;
using Indexer.GraphQL.Validation;

namespace Indexer.GraphQL.Inputs;

/// <summary>JSON values of scalars and enums.</summary>
internal static class JsonLeaf
{
    public static ScalarInput ToInput(JsonElement value)
    {
        var shown = JsonInspection.Show(value);
        return value.ValueKind switch
        {
            JsonValueKind.String => new(ScalarInputKind.Text, value.GetString()!, shown),
            JsonValueKind.Number => Number(value.GetRawText()),
            JsonValueKind.True or JsonValueKind.False => new(ScalarInputKind.Boolean, shown, shown),
            _ => new(ScalarInputKind.Other, "", shown),
        };
    }

    public static EnumValue? Enum(JsonElement value, EnumType type, out string? problem)
    {
        var shown = JsonInspection.Show(value);
        if (value.ValueKind != JsonValueKind.String)
        {
            problem =
                $"Enum \"{type.Name}\" cannot represent non-string value: {shown}.{LeafLiterals.Meant(type, shown)}";
            return null;
        }

        var name = value.GetString()!;
        var found = type.Find(name);
        problem = found is null
            ? $"Value \"{name}\" does not exist in \"{type.Name}\" enum.{LeafLiterals.Meant(type, name)}"
            : null;
        return found;
    }

    private static ScalarInput Number(string text)
    {
        var isWhole = text.AsSpan().IndexOfAny(".eE") < 0;
        return new(isWhole ? ScalarInputKind.Integer : ScalarInputKind.Fraction, text, text);
    }
}
