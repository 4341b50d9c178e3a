using System.Security.Cryptography;
using System.Text;

namespace Indexer.GraphQL.Execution;

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
