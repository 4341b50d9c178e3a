using System.Security.Cryptography;
using System.Text;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;
using Indexer.GraphQL.Validation;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// Finds the document of a request: its own text, a trusted document, or a text that a client registered by Apollo's
/// protocol of automatic persisted queries: it sends the SHA-256 of a document first, and the text too when told that
/// the server does not know it.
/// </summary>
internal sealed class DocumentRegistry(DocumentCache cache, TrustedDocuments trusted, GraphQLOptions options)
{
    /// <summary>The document, valid.</summary>
    /// <exception cref="GraphQLRequestException">It is unknown, not what it claims to be, refused, or invalid.</exception>
    public DocumentNode Find(GraphQLRequest request, PreparationWork work)
    {
        if (request.Query is not { } text)
        {
            return Named(DocumentHash.Plain(request.DocumentId ?? request.Sha256Hash ?? ""), work)
                ?? throw Unknown(request);
        }

        var hash = options.PersistedQueries ? request.Sha256Hash : null;
        if (hash is not null && hash != DocumentHash.Of(text))
        {
            throw new GraphQLRequestException("provided sha does not match query", ErrorCodes.Request);
        }

        if (trusted.WithText(text) is { } document)
        {
            return document;
        }

        if (options.TrustedDocumentsOnly && !request.IsOwn)
        {
            throw Untrusted();
        }

        document = cache.Document(text, work);
        if (hash is not null)
        {
            cache.Register(hash, text);
        }

        return document;
    }

    private DocumentNode? Named(string name, PreparationWork work) =>
        trusted.Named(name) ?? (cache.Text(name) is { } text ? cache.Document(text, work) : null);

    /// <summary>Messages and codes about hashes are those that Apollo's clients look for, to the letter.</summary>
    private GraphQLRequestException Unknown(GraphQLRequest request) =>
        request switch
        {
            { DocumentId: { } id } => new($"There is no document \"{id}\".", ErrorCodes.PersistedQueryNotFound),
            { Sha256Hash: null } => new("The request names no document.", ErrorCodes.Request),
            _ when options.TrustedDocumentsOnly => Untrusted(),
            _ when !options.PersistedQueries => new(
                "PersistedQueryNotSupported",
                ErrorCodes.PersistedQueryNotSupported
            ),
            _ => new("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound),
        };

    private static GraphQLRequestException Untrusted() =>
        new(
            "Only trusted documents are answered, and this is none of them; name one by its \"documentId\".",
            ErrorCodes.Untrusted
        );
}

/// <summary>Turns text into a valid document.</summary>
internal static class DocumentReader
{
    /// <summary>The document.</summary>
    /// <exception cref="GraphQLRequestException">The text is no document, or one that does not fit the schema.</exception>
    public static DocumentNode Read(string text, Schema schema, GraphQLOptions options, PreparationWork work)
    {
        var document = Parse(text, options.MaxTokens);
        var errors = DocumentValidator.Validate(schema, document, work, options.Introspection);
        return errors.Count == 0 ? document : throw new GraphQLRequestException(errors);
    }

    private static DocumentNode Parse(string text, int maxTokens)
    {
        try
        {
            return Parser.Parse(text, maxTokens);
        }
        catch (GraphQLSyntaxException problem)
        {
            throw new GraphQLRequestException(problem.Message, ErrorCodes.Syntax, problem.Location);
        }
    }
}

/// <summary>Names of documents that are made of their text.</summary>
internal static class DocumentHash
{
    private const string Method = "sha256:";

    /// <summary>SHA-256 of the text in UTF-8, in lower-case hexadecimal digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A document identifier without the prefix that says how it was made.</summary>
    public static string Plain(string id) => id.StartsWith(Method, StringComparison.Ordinal) ? id[Method.Length..] : id;

    /// <summary>Whether an identifier claims to be the hash of its document.</summary>
    public static bool Claims(string id) =>
        id.StartsWith(Method, StringComparison.Ordinal)
        || (id.Length == 2 * SHA256.HashSizeInBytes && id.All(char.IsAsciiHexDigitLower));
}
