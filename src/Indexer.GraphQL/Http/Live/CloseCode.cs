namespace Indexer.GraphQL.Http.Live;

/// <summary>The close codes of the protocol graphql-transport-ws, and one of our own.</summary>
internal static class CloseCode
{
    public const int BadRequest = 4400;
    public const int Unauthorized = 4401;
    public const int SubprotocolNotAcceptable = 4406;
    public const int InitialisationTimeout = 4408;
    public const int SubscriberAlreadyExists = 4409;

    /// <summary>Our own: the client reads too slowly. Not one of those after which clients give up.</summary>
    public const int TooSlow = 4413;

    public const int TooManyInitialisationRequests = 4429;
}
