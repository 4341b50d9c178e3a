using Indexer.GraphQL.Language;

namespace Indexer.GraphQL;

/// <summary>A request that is refused before anything is executed.</summary>
internal sealed class GraphQLRequestException(IReadOnlyList<GraphQLError> errors) : Exception(errors[0].Message)
{
    public GraphQLRequestException(string message, string code, params IReadOnlyList<Location> locations)
        : this([new GraphQLError(message, locations, code)]) { }

    public IReadOnlyList<GraphQLError> Errors => errors;
}
