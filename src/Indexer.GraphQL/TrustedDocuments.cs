using System.Collections.Frozen;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL;

/// <summary>
/// Documents that requests can name instead of sending their text (GraphQL over HTTP, appendix on persisted documents),
/// read once from the manifests that client builds write. Each is known by its name in the manifest and by its SHA-256.
/// </summary>
public sealed class TrustedDocuments
{
    private readonly FrozenDictionary<string, DocumentNode> named;
    private readonly FrozenDictionary<string, DocumentNode> texts;

    private TrustedDocuments(Dictionary<string, DocumentNode> byId, Dictionary<string, DocumentNode> byText)
    {
        named = byId.ToFrozenDictionary(StringComparer.Ordinal);
        texts = byText.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>No documents.</summary>
    public static TrustedDocuments None { get; } = new([], []);

    /// <summary>How many different documents there are.</summary>
    public int Count => texts.Count;

    /// <summary>
    /// Reads a manifest, or all <c>*.json</c> manifests of a folder: the client preset of graphql-codegen and
    /// relay-compiler write <c>{"id": "text"}</c>, Apollo's generate-persisted-query-manifest an object with
    /// <c>operations</c>.
    /// </summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="schema">What the documents must fit.</param>
    /// <param name="options">The limits they must keep.</param>
    /// <exception cref="TrustedDocumentException">A manifest is missing or malformed, a document does not fit the schema,
    /// an id that is a SHA-256 is not that of its document, or an id names two documents.</exception>
    public static TrustedDocuments Load(string path, Schema schema, GraphQLOptions options)
    {
        var sources = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);
        var byId = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        var byText = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        foreach (var entry in ManifestReader.Read(path))
        {
            var id = DocumentHash.Plain(entry.Id);
            var hash = DocumentHash.Of(entry.Text);
            if (DocumentHash.Claims(entry.Id) && id != hash)
            {
                throw entry.Wrong($"is not the SHA-256 of its text, which is {hash}");
            }

            if (sources.TryGetValue(id, out var other) && other.Text != entry.Text)
            {
                throw entry.Wrong($"has another text in {other.File}");
            }

            sources[id] = entry;
            byId[id] = byId[hash] = byText.Remember(entry.Text, _ => entry.Compile(schema, options));
        }

        return new TrustedDocuments(byId, byText);
    }

    internal DocumentNode? Named(string name) => named.GetValueOrDefault(name);

    internal DocumentNode? WithText(string text) => texts.GetValueOrDefault(text);
}

/// <summary>Trusted documents cannot be used. The message is one line that names the file and the entry.</summary>
/// <param name="message">The message.</param>
public sealed class TrustedDocumentException(string message) : Exception(message);
