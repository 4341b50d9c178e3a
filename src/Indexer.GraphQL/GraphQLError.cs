using Indexer.GraphQL.Language;

namespace Indexer.GraphQL;

/// <summary>An error of a response.</summary>
/// <param name="Message">One line for the person who wrote the query; never SQL, a path or a stack trace.</param>
/// <param name="Locations">The places in the document it is about.</param>
/// <param name="Code">The machine-readable kind, <c>extensions.code</c>.</param>
/// <param name="Path">The response key of the root field whose execution failed; null for request errors.</param>
public sealed record GraphQLError(string Message, IReadOnlyList<Location> Locations, string Code, string? Path = null)
{
    /// <summary>One line for the person who wrote the query, cut off after 2,000 characters.</summary>
    public string Message { get; } = MessageText.Shorten(Message);

    /// <summary>What a client is told when the reason is none of its business.</summary>
    internal static GraphQLError Internal { get; } =
        new("The server failed to answer; it has logged why.", [], ErrorCodes.Internal);
}

/// <summary>A request that is refused before anything is executed.</summary>
internal sealed class GraphQLRequestException(IReadOnlyList<GraphQLError> errors) : Exception(errors[0].Message)
{
    public GraphQLRequestException(string message, string code, params IReadOnlyList<Location> locations)
        : this([new GraphQLError(message, locations, code)]) { }

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>The same about a root field, where no closer place is known.</summary>
    public GraphQLRequestException At(string path, Location location) =>
        new([
            .. errors.Select(error =>
                error with
                {
                    Locations = error.Locations.Count > 0 ? error.Locations : [location],
                    Path = error.Path ?? path,
                }
            ),
        ]);

    /// <summary>The same about an operation, where no closer place is known.</summary>
    public GraphQLRequestException At(Location location) =>
        new([.. errors.Select(error => error.Locations.Count > 0 ? error : error with { Locations = [location] })]);
}

/// <summary>Keeps messages short: they quote names and values, which can be as long as the request.</summary>
internal static class MessageText
{
    private const int MaxLength = 2_000;

    public static string Shorten(string message)
    {
        if (message.Length <= MaxLength)
        {
            return message;
        }

        var end = char.IsHighSurrogate(message[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{message.AsSpan(0, end)}…";
    }
}
