using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Inputs;

/// <summary>
/// Global ids and cursors: base64url of JSON, made in SQL, read here. The id of an object that is read as of a point in
/// time names the point after the key: caches that tell objects apart by id must not take it for what it is now.
/// </summary>
internal static class GlobalId
{
    private const int MaxLength = 4096;

    private const char PointMark = '@';

    /// <summary>SQL for the id of a row: its type, its key, and the point in time that it is read at.</summary>
    public static string Write(ObjectType type, SqlRow row, VersionPoint? point)
    {
        var key = string.Join(", ", type.Key.Select(column => $"{column.Of(row)}::text"));
        var at = point is null ? "" : $", {Sql.Literal(PointMark + point.Case)}, {point.Text}::text";
        return Sql.Base64Url($"json_build_array({Sql.Literal(type.Name)}, {key}{at})::text");
    }

    /// <summary>The type that an id names, and how it names a point in time; null when it is no id.</summary>
    public static NamedObject? Read(string? id)
    {
        if (Decode(id) is not [{ } name, .. var rest] || !Names.IsName(name))
        {
            return null;
        }

        return rest is [.., [PointMark, .. var point], not null] && Names.IsName(point)
            ? new NamedObject(name, point, rest.Length - 2)
            : new NamedObject(name, null, rest.Length);
    }

    /// <summary>The texts inside an id or cursor; null when it is none.</summary>
    public static string?[]? Decode(string? text)
    {
        if (text is null || text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            var json = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
            var parts = JsonSerializer.Deserialize<string?[]>(json);
            return parts?.Any(part => part?.Contains('\0', StringComparison.Ordinal) == true) == true ? null : parts;
        }
        catch (JsonException)
        {
            // What a client made up is no id; the caller says so in its own words.
            return null;
        }
    }
}

/// <summary>What a global id names, but for the values: everything that the SQL for it depends on.</summary>
/// <param name="Type">The type of the object.</param>
/// <param name="Point">The way in which it names a point in time; null when it does not.</param>
/// <param name="Parts">The parts of the key.</param>
internal sealed record NamedObject(string Type, string? Point, int Parts);
