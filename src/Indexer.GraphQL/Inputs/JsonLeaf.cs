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

    /// <summary>The value of an enum that a JSON value names.</summary>
    /// <exception cref="FormatException">It is none of the enum's values; the message is for the client.</exception>
    public static EnumValue Enum(JsonElement value, EnumType type)
    {
        var shown = JsonInspection.Show(value);
        if (value.ValueKind != JsonValueKind.String)
        {
            throw new FormatException(
                $"Enum \"{type.Name}\" cannot represent non-string value: {shown}.{LeafLiterals.Meant(type, shown)}"
            );
        }

        var name = value.GetString()!;
        return type.Find(name)
            ?? throw new FormatException(
                $"Value \"{name}\" does not exist in \"{type.Name}\" enum.{LeafLiterals.Meant(type, name)}"
            );
    }

    private static ScalarInput Number(string text)
    {
        var isWhole = text.AsSpan().IndexOfAny(".eE") < 0;
        return new(isWhole ? ScalarInputKind.Integer : ScalarInputKind.Fraction, text, text);
    }
}

/// <summary>Shows a JSON value in a message the way graphql-js does: two levels, ten items.</summary>
internal static class JsonInspection
{
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    public static string Show(JsonElement value, int depth = 0) =>
        value.ValueKind switch
        {
            JsonValueKind.String => JsonSerializer.Serialize(value.GetString(), Json.Relaxed),
            JsonValueKind.Array => Array(value, depth),
            JsonValueKind.Object => Object(value, depth),
            _ => value.GetRawText(),
        };

    private static string Array(JsonElement value, int depth)
    {
        var length = value.GetArrayLength();
        if (length == 0 || depth >= MaxDepth)
        {
            return length == 0 ? "[]" : "[Array]";
        }

        var items = value.EnumerateArray().Take(MaxItems).Select(item => Show(item, depth + 1)).ToList();
        if (length > MaxItems)
        {
            var more = length - MaxItems;
            items.Add(more == 1 ? "... 1 more item" : $"... {more} more items");
        }

        return $"[{string.Join(", ", items)}]";
    }

    private static string Object(JsonElement value, int depth)
    {
        var fields = value.EnumerateObject().ToList();
        if (fields.Count == 0 || depth >= MaxDepth)
        {
            return fields.Count == 0 ? "{}" : "[Object]";
        }

        return $"{{ {string.Join(", ", fields.Select(field => $"{field.Name}: {Show(field.Value, depth + 1)}"))} }}";
    }
}
