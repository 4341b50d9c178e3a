using System.Text;

namespace Indexer.GraphQL.Planning;

/// <summary>What a statement answers in place of JSON when the database knows a value of the request to be wrong.</summary>
internal static class RefusedValue
{
    /// <summary>What it begins with, and no JSON does.</summary>
    public const char Mark = '!';

    /// <summary>What is wrong; null when the answer is JSON.</summary>
    public static string? Read(ReadOnlySpan<byte> answer) =>
        answer is [(byte)Mark, .. var message] ? Encoding.UTF8.GetString(message) : null;
}
