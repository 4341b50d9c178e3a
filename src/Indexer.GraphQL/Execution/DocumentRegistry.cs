using System.Security.Cryptography;
using System.Text;
using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// Finds the document of a request: its own text, or a text that the server was told before. That is Apollo's protocol
/// of automatic persisted queries: a client sends the SHA-256 of a document first, and the text too when told that the
/// server does not know it.
/// </summary>
internal sealed class DocumentRegistry(DocumentCache cache)
{
    private const string HashMethod = "sha256:";

    /// <summary>The document, valid.</summary>
    /// <exception cref="GraphQLRequestException">It is unknown, not what it claims to be, or invalid.</exception>
    public DocumentNode Find(GraphQLRequest request)
    {
        if (request.Query is not { } text)
        {
            return Name(request) is { } name && cache.Text(name) is { } known
                ? cache.Document(known)
                : throw NotFound();
        }

        if (request.Sha256Hash is { } claimed && claimed != Hash(text))
        {
            throw new GraphQLRequestException("provided sha does not match query", ErrorCodes.Request);
        }

        var document = cache.Document(text);
        if (request.Sha256Hash is { } registered)
        {
            cache.Register(registered, text);
        }

        return document;
    }

    /// <summary>What names the document; a hash may be written with its method in front.</summary>
    private static string? Name(GraphQLRequest request)
    {
        var name = request.DocumentId ?? request.Sha256Hash;
        return name?.StartsWith(HashMethod, StringComparison.Ordinal) == true ? name[HashMethod.Length..] : name;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What Apollo's clients look for, to the letter.</summary>
    private static GraphQLRequestException NotFound() =>
        new("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound);
}
