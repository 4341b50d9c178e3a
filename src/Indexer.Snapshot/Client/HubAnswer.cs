using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>What the hub answered to a query.</summary>
/// <param name="Data">The object <c>data</c>.</param>
/// <param name="Time">When, by the hub's own clock.</param>
/// <param name="Errors">What the hub says of items of lists that it could not answer.</param>
internal sealed record HubAnswer(
    JsonElement Data,
    DateTimeOffset Time,
    IReadOnlyDictionary<(string List, int Index), string> Errors
)
{
    /// <summary>The objects of a list, each with its place; and what is no object, with what the hub says of it.</summary>
    public (IReadOnlyList<HubObject> Items, IReadOnlyList<LeftOut> LeftOut, int Count) List(string field)
    {
        if (!Data.TryGetProperty(field, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new SnapshotDataException($"The hub's answer has no list {field}.");
        }

        var items = new List<HubObject>();
        var leftOut = new List<LeftOut>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                items.Add(new HubObject($"{field}: {HubObject.NameOf(item)}", item));
            }
            else
            {
                // By the one before it, which stays the same on the next page and at the next look.
                var name = items.Count == 0 ? $"the first of {field}" : $"the one after {items[^1].Id}";
                leftOut.Add(new LeftOut(name, Errors.GetValueOrDefault((field, index)) ?? "the hub gives no object"));
            }
        }

        return (items, leftOut, list.GetArrayLength());
    }
}
