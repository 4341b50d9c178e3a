using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http.Live;

/// <summary>Accepts WebSockets.</summary>
internal sealed class SocketHandler(GraphQLEngine engine, TimeProvider time, ILogger logger)
{
    public const string Protocol = "graphql-transport-ws";

    /// <summary>Serves a client until either side closes.</summary>
    public async Task HandleAsync(HttpContext context, ClientAccount account)
    {
        var isSpoken = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol, StringComparer.Ordinal);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(isSpoken ? Protocol : null);
        if (!isSpoken)
        {
            using var writer = new SocketWriter(socket, new Patience(engine.Options.SlowClientTimeout, time));
            await writer.CloseAsync(
                CloseCode.SubprotocolNotAcceptable,
                $"Subprotocol not acceptable: speak {Protocol}."
            );
            return;
        }

        using var session = new SocketSession(socket, engine, account, time, logger, context.RequestAborted);
        await session.RunAsync();
    }
}
