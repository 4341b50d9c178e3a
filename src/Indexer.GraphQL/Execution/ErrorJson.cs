using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Indexer.GraphQL.Execution;

/// <summary>Writes errors, section 7.1.2 of the specification.</summary>
internal static class ErrorJson
{
    /// <summary>A response of errors alone, in UTF-8.</summary>
    public static byte[] Response(IReadOnlyList<GraphQLError> errors) =>
        Encoding.UTF8.GetBytes($"{{\"errors\":{Write(errors)}}}");

    /// <summary>The list of errors.</summary>
    public static string Write(IReadOnlyList<GraphQLError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Json.Writer))
        {
            writer.WriteStartArray();
            foreach (var error in errors)
            {
                Write(writer, error);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message", error.Message);
        if (error.Locations.Count > 0)
        {
            writer.WriteStartArray("locations");
            foreach (var location in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line", location.Line);
                writer.WriteNumber("column", location.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (error.Path is { } path)
        {
            writer.WriteStartArray("path");
            writer.WriteStringValue(path);
            writer.WriteEndArray();
        }

        writer.WriteStartObject("extensions");
        writer.WriteString("code", error.Code);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
