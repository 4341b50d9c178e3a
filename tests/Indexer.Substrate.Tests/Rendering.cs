using System.Text.Json;
using System.Text.Json.Nodes;

namespace Indexer.Substrate.Tests;

/// <summary>Decoded values in the JSON of tests/oracles/events.mjs.</summary>
internal static class Rendering
{
    public static string Json(ScaleFields fields) => Fields(fields).ToJsonString();

    /// <summary>The same JSON in the escaping of <see cref="Json"/>.</summary>
    public static string Normal(JsonElement json) => JsonSerializer.SerializeToNode(json)!.ToJsonString();

    private static JsonArray Fields(ScaleFields fields) =>
        [.. fields.Names.Zip(fields.Values, (name, value) => new JsonArray(name, Value(value)))];

    private static JsonNode Value(ScaleValue value) =>
        value switch
        {
            ScaleInteger integer => integer.ToString(),
            ScaleBool truth => truth.Value,
            ScaleBytes bytes => bytes.ToString(),
            ScaleString text => new JsonObject { ["text"] = text.Value },
            ScaleSequence sequence => new JsonArray([.. sequence.Items.Select(Value)]),
            ScaleComposite composite => new JsonObject { ["fields"] = Fields(composite.Fields) },
            ScaleVariant variant => new JsonObject { ["case"] = variant.Name, ["fields"] = Fields(variant.Fields) },
            _ => throw new InvalidOperationException($"{value.GetType()} is a new kind of value."),
        };
}
