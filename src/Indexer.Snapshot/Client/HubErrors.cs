using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>The errors that a GraphQL answer names.</summary>
/// <param name="Message">The first of them.</param>
/// <param name="MayPass">Whether asking again may help: the hub failed, not the query.</param>
internal sealed record HubErrors(string Message, bool MayPass)
{
    private const int BadRequest = 400;

    /// <summary>
    /// What Apollo Server calls a query that it cannot run. The hub's resolvers state no code, or that of a failed server, when its
    /// database is away, under the status 200.
    /// </summary>
    private static readonly string[] Refusals = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"];

    /// <summary>The errors of an answer; null when it names none.</summary>
    public static HubErrors? Of(JsonElement answer, int status)
    {
        if (
            answer.ValueKind != JsonValueKind.Object
            || !answer.TryGetProperty("errors", out var errors)
            || errors.ValueKind != JsonValueKind.Array
            || errors.GetArrayLength() == 0
        )
        {
            return null;
        }

        var first = errors[0];
        var message = Text(first, "message") ?? AnswerText.Start(first.GetRawText());
        var code =
            first.ValueKind == JsonValueKind.Object && first.TryGetProperty("extensions", out var extensions)
                ? Text(extensions, "code")
                : null;
        return new HubErrors(message, status != BadRequest && !Refusals.Contains(code, StringComparer.Ordinal));
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
