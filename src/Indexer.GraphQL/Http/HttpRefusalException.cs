namespace Indexer.GraphQL.Http;

/// <summary>A request that HTTP itself refuses.</summary>
internal sealed class HttpRefusalException(int status, string message, string code = ErrorCodes.Request)
    : Exception(message)
{
    public int Status => status;

    public GraphQLError Error => new(Message, [], code);
}
