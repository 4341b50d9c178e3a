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
