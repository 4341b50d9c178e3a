namespace Indexer.GraphQL.Language;

/// <summary>A document that is no GraphQL.</summary>
internal sealed class GraphQLSyntaxException(string message, Location location) : Exception($"Syntax Error: {message}")
{
    public Location Location => location;
}
