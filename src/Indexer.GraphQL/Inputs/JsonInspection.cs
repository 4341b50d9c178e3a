using System.Text.Json;

namespace Indexer.GraphQL.Inputs;

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
