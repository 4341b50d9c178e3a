using System.Text.Json;

namespace Indexer.Api.Tests;

/// <summary>Reads answers.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement element, string field) => element.GetProperty(field).GetString();

    /// <summary>The total count of a connection.</summary>
    public static int Count(this JsonElement connection) => connection.GetProperty("totalCount").GetInt32();

    /// <summary>One field of every node of a connection.</summary>
    public static IEnumerable<string?> Texts(this JsonElement connection, string field) =>
        connection.GetProperty("nodes").EnumerateArray().Select(node => node.Text(field));

    /// <summary>The objects with an id, at any depth, and their types.</summary>
    public static IEnumerable<(string? Type, string? Id)> Objects(this JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => member.Value.Objects())
                .Concat(
                    element.TryGetProperty("id", out var id)
                        ?
                        [
                            (
                                element.TryGetProperty("__typename", out var type) ? type.GetString() : null,
                                id.GetString()
                            ),
                        ]
                        : []
                ),
            _ => [],
        };
}
