namespace Indexer.GraphQL.Http.Live;

/// <summary>The client broke the protocol; its socket is to be closed.</summary>
internal sealed class SocketClosedException(int code, string reason) : Exception(reason)
{
    public int Code => code;
}
