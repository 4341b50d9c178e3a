using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Inputs;

/// <summary>Global ids and cursors: base64url of JSON, made in SQL, read here.</summary>
internal static class GlobalId
{
    private const int MaxLength = 4096;

    /// <summary>SQL for the id of a row: its type and key.</summary>
    public static string Write(ObjectType type, SqlRow row)
    {
        var key = string.Join(", ", type.Key.Select(column => $"{row[column.Name]}::text"));
        return Sql.Base64Url($"json_build_array({Sql.Literal(type.Name)}, {key})::text");
    }

    /// <summary>The type an id names, if it is one.</summary>
    public static string? TypeName(string? id) => Decode(id) is [{ } name, ..] && Names.IsName(name) ? name : null;

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
