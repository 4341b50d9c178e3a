using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>An object of an answer whose fields are read by the types of the schema; what does not fit is an error that names the object.</summary>
/// <param name="name">What it is, for messages.</param>
/// <param name="json">The object.</param>
internal sealed class HubObject(string name, JsonElement json)
{
    private const long LatestTime = 253_402_300_799; // 9999-12-31, the end of DateTimeOffset

    public JsonElement Json => json;

    /// <summary>Its id as the hub writes it, whatever that is.</summary>
    public string Id => NameOf(json);

    /// <summary>What an object is called in messages.</summary>
    public static string NameOf(JsonElement json) =>
        json.TryGetProperty("id", out var id) ? AnswerText.Start(id.ToString()) : "one without id";

    public string Text(string field) => FindText(field) ?? throw Wrong(field, "a text");

    /// <summary>A text; null when the field is null, absent or empty.</summary>
    public string? FindText(string field) =>
        Find(field) is not { } value ? null
        : value.ValueKind != JsonValueKind.String ? throw Wrong(field, "a text")
        : value.GetString() is { Length: > 0 } text ? text
        : null;

    public IReadOnlyList<string> Texts(string field)
    {
        var list = Find(field) is { ValueKind: JsonValueKind.Array } array
            ? array
            : throw Wrong(field, "a list of texts");
        return
        [
            .. list.EnumerateArray()
                .Select(item =>
                    item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(field, "a list of texts")
                ),
        ];
    }

    /// <summary>A Unix time in seconds.</summary>
    public long Seconds(string field) => FindSeconds(field) ?? throw Wrong(field, "a time in whole seconds since 1970");

    public long? FindSeconds(string field) =>
        Find(field) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= LatestTime
            ? seconds
        : throw Wrong(field, "a time in whole seconds since 1970");

    public int Count(string field) =>
        Find(field) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var count) && count >= 0
            ? count
            : throw Wrong(field, "a number of objects");

    /// <summary>A truth; false when the field is null or absent.</summary>
    public bool Flag(string field) =>
        Find(field) is { } value
        && (
            value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? value.GetBoolean()
                : throw Wrong(field, "true or false")
        );

    public JsonNumber Number(string field) => FindNumber(field) ?? throw Wrong(field, "a number");

    public JsonNumber? FindNumber(string field) =>
        Find(field) is { } value ? JsonNumber.Find(value) ?? throw Wrong(field, "a number") : null;

    /// <summary>Numbers; empty when the field is null or absent.</summary>
    public IReadOnlyList<JsonNumber> Numbers(string field) =>
        Find(field) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list =>
            [
                .. list.EnumerateArray()
                    .Select(item => JsonNumber.Find(item) ?? throw Wrong(field, "a list of numbers")),
            ],
            _ => throw Wrong(field, "a list of numbers"),
        };

    /// <summary>The field as it is; null when it is null or absent.</summary>
    public JsonElement? Find(string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public SnapshotDataException Wrong(string field, string expected) =>
        new($"{name}: {field} is {(Find(field) is { } value ? Shown(value) : "missing")}, not {expected}.");

    private static string Shown(JsonElement value) => AnswerText.Start(value.GetRawText());
}
