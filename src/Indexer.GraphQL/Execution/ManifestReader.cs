using System.Text.Json;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Execution;

/// <summary>Reads the manifests of persisted documents that client builds write.</summary>
internal static class ManifestReader
{
    /// <summary>The only version of Apollo's format, <c>apollo-persisted-query-manifest</c>.</summary>
    private const int ApolloVersion = 1;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The documents of a manifest, or of all manifests of a folder in the order of their names.</summary>
    /// <exception cref="TrustedDocumentException">A manifest is missing or malformed.</exception>
    public static IEnumerable<ManifestEntry> Read(string path)
    {
        if (!Directory.Exists(path))
        {
            return ReadFile(path);
        }

        var files = Directory.GetFiles(path, "*.json");
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length == 0
            ? throw new TrustedDocumentException($"{path} holds no *.json file.")
            : files.SelectMany(ReadFile);
    }

    private static List<ManifestEntry> ReadFile(string file)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(file), Strict);
            return [.. Entries(file, manifest.RootElement)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new TrustedDocumentException($"{file} cannot be read: {problem.Message}");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The latter is how System.Text.Json says that a string is no text.
            throw new TrustedDocumentException($"{file} is not valid JSON: {problem.Message}");
        }
    }

    private static IEnumerable<ManifestEntry> Entries(string file, JsonElement manifest)
    {
        if (manifest.ValueKind != JsonValueKind.Object)
        {
            throw new TrustedDocumentException($"{file} is no manifest: a JSON object from ids to documents.");
        }

        return manifest.TryGetProperty("operations", out var operations) && operations.ValueKind == JsonValueKind.Array
            ? Apollo(file, manifest, operations)
            : manifest.EnumerateObject().Select(entry => Entry(file, entry.Name, entry.Value));
    }

    private static IEnumerable<ManifestEntry> Apollo(string file, JsonElement manifest, JsonElement operations)
    {
        var isKnown =
            manifest.TryGetProperty("version", out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            && number == ApolloVersion;
        return isKnown
            ? operations.EnumerateArray().Select((operation, index) => Apollo(file, index, operation))
            : throw new TrustedDocumentException(
                $"{file} is a manifest of an unknown version; known is {ApolloVersion}."
            );
    }

    private static ManifestEntry Apollo(string file, int index, JsonElement operation) =>
        operation.ValueKind == JsonValueKind.Object
        && operation.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
            ? Entry(file, id.GetString()!, operation.TryGetProperty("body", out var body) ? body : default)
            : throw new TrustedDocumentException($"{file}: operation {index + 1} has no id.");

    private static ManifestEntry Entry(string file, string id, JsonElement text) =>
        text.ValueKind == JsonValueKind.String
            ? new ManifestEntry(file, id, text.GetString()!)
            : throw new TrustedDocumentException($"{file}: document \"{id}\" has no text.");
}

/// <summary>A document in a manifest.</summary>
/// <param name="File">The path of the manifest.</param>
/// <param name="Id">What names it there.</param>
/// <param name="Text">The document.</param>
internal sealed record ManifestEntry(string File, string Id, string Text)
{
    /// <summary>The document, valid.</summary>
    /// <exception cref="TrustedDocumentException">It is not.</exception>
    public DocumentNode Compile(Schema schema, GraphQLOptions options)
    {
        try
        {
            return DocumentReader.Read(Text, schema, options, new PreparationWork(options.MaxPreparationSteps));
        }
        catch (GraphQLRequestException invalid)
        {
            var place = invalid.Errors[0].Locations is [var first, ..] ? $" ({first.Line}:{first.Column})" : "";
            throw Wrong($"is not valid: {invalid.Message}{place}");
        }
    }

    public TrustedDocumentException Wrong(string what) => new($"{File}: document \"{Id}\" {what}.");
}
