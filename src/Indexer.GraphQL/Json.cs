using System.Text.Encodings.Web;
using System.Text.Json;

namespace Indexer.GraphQL;

/// <summary>How this library reads and writes JSON.</summary>
internal static class Json
{
    /// <summary>Escapes only what JSON requires; the content type is never HTML.</summary>
    public static JsonSerializerOptions Relaxed { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonWriterOptions Writer { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static JsonDocumentOptions Reader { get; } = new() { MaxDepth = 64, AllowDuplicateProperties = true };
}
