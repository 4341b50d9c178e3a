using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>The errors that a GraphQL answer names.</summary>
/// <param name="Message">The first of them.</param>
/// <param name="MayPass">Whether asking again may help: the hub failed, not the query.</param>
internal sealed record HubErrors(string Message, bool MayPass)
{
    private static readonly string[] Passing = ["INTERNAL_SERVER_ERROR", "RATE_LIMITED", "SERVICE_UNAVAILABLE"];

    /// <summary>The errors of an answer; null when it names none.</summary>
    public static HubErrors? Of(JsonElement answer)
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
        return new HubErrors(message, code is not null && Passing.Contains(code, StringComparer.Ordinal));
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
