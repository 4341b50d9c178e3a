using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>The errors that a GraphQL answer names.</summary>
/// <param name="Message">The first of them.</param>
/// <param name="MayPass">Whether asking again may help: the hub failed, not the query.</param>
/// <param name="Items">
/// The errors of single items of lists, where there are no others and the rest was answered: the message by list and position.
/// </param>
internal sealed record HubErrors(
    string Message,
    bool MayPass,
    IReadOnlyDictionary<(string List, int Index), string>? Items
)
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
        return new HubErrors(
            message,
            status != BadRequest && !Refusals.Contains(code, StringComparer.Ordinal),
            ItemsOf(answer, errors)
        );
    }

    /// <summary>
    /// An item whose field may not be null and is makes itself null and no more (GraphQL, 6.4.4), in the words of the reference
    /// implementation. Other errors of items are the hub's, and pass with them.
    /// </summary>
    private static Dictionary<(string List, int Index), string>? ItemsOf(JsonElement answer, JsonElement errors)
    {
        if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var items = new Dictionary<(string List, int Index), string>();
        foreach (var error in errors.EnumerateArray())
        {
            if (
                error.ValueKind != JsonValueKind.Object
                || !error.TryGetProperty("path", out var path)
                || path.ValueKind != JsonValueKind.Array
                || path.GetArrayLength() < 2
                || path[0].ValueKind != JsonValueKind.String
                || path[1].ValueKind != JsonValueKind.Number
                || !path[1].TryGetInt32(out var index)
                || !data.TryGetProperty(path[0].GetString()!, out var list)
                || list.ValueKind != JsonValueKind.Array
                || index < 0
                || index >= list.GetArrayLength()
            )
            {
                return null;
            }

            if (Text(error, "message") is not { } said || !said.Contains("non-nullable", StringComparison.Ordinal))
            {
                return null;
            }

            items[(path[0].GetString()!, index)] = said;
        }

        return items;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
