using Indexer.GraphQL.Language;

namespace Indexer.GraphQL;

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
