using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>Carries messages to one endpoint and back.</summary>
internal interface IRpcTransport : IAsyncDisposable
{
    /// <summary>Sends one message and waits for its answer.</summary>
    /// <returns>The root of the answer; it keeps its document alive.</returns>
    /// <exception cref="EndpointFailureException">No answer, or none that is JSON.</exception>
    /// <exception cref="BatchRefusedException">The endpoint refused the size of the message.</exception>
    /// <exception cref="AnswerTooLargeException">The answer is beyond the limit.</exception>
    Task<JsonElement> SendAsync(RpcExchange exchange, CancellationToken cancellationToken);

    /// <summary>Tells that no answer came in time, so that a connection that has gone mute is not used again.</summary>
    void Unanswered(RpcExchange exchange) { }
}
