using System.Text.Json;

namespace Indexer.GraphQL;

/// <summary>A request as GraphQL over HTTP defines it: a document, or the name of one that the server knows.</summary>
/// <param name="Query">The document; null when <see cref="DocumentId"/> or <see cref="Sha256Hash"/> names it.</param>
/// <param name="OperationName">The operation to run; null when the document has one.</param>
/// <param name="Variables">An object, or undefined or null for none.</param>
public sealed record GraphQLRequest(string? Query, string? OperationName = null, JsonElement Variables = default)
{
    /// <summary>The identifier of a trusted document (GraphQL over HTTP, appendix on persisted documents).</summary>
    public string? DocumentId { get; init; }

    /// <summary>SHA-256 of the document's UTF-8 text in lower-case hexadecimal digits: what
    /// <c>extensions.persistedQuery.sha256Hash</c> of Apollo's protocol says.</summary>
    public string? Sha256Hash { get; init; }

    /// <summary>Whether the program itself asks, which trusts its own documents; no request over HTTP can say so.</summary>
    public bool IsOwn { get; init; }
}
