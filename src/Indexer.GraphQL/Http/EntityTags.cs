using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Indexer.GraphQL.Http;

/// <summary>Entity tags of answers, section 8.8.3 of RFC 9110.</summary>
internal static class EntityTags
{
    private const int HashBytes = 16;

    /// <summary>The tag of an answer: its hash. It is weak because it is the same whether the answer is compressed or not.</summary>
    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> body) =>
        new($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, HashBytes))}\"", isWeak: true);

    /// <summary>Whether the client already has the answer, section 13.1.2 of RFC 9110.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(item => item.Equals(EntityTagHeaderValue.Any) || item.Compare(tag, useStrongComparison: false));
}
