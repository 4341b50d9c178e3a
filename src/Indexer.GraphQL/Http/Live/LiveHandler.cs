using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http.Live;

/// <summary>Serves the clients that stay: over a WebSocket, or with server-sent events.</summary>
internal sealed class LiveHandler(GraphQLEngine engine, TimeProvider time, ILogger logger)
{
    /// <summary>What is told to a subscription that came as a plain request.</summary>
    public const string Advice =
        $"A subscription needs a WebSocket ({SocketHandler.Protocol}) or Accept: {MediaTypes.EventStream}.";

    private readonly SocketHandler sockets = new(engine, time, logger);
    private readonly EventStream events = new(engine, time, logger);
    private readonly StreamCount streams = new(engine.Options);

    /// <summary>Whether a request is one of theirs.</summary>
    public static bool Serves(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        || (MediaTypes.IsEventStream(context.Request) && MediaTypes.Negotiate(context.Request) is null);

    /// <summary>Serves a client until either side ends.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="account">What the client is counted for.</param>
    /// <param name="prepareAsync">Prepares the request of an event stream.</param>
    /// <exception cref="HttpRefusalException">There are too many.</exception>
    public async Task HandleAsync(HttpContext context, ClientAccount account, Func<Task<PreparedRequest>> prepareAsync)
    {
        using var place = streams.Enter(account.Client);
        await (
            context.WebSockets.IsWebSocketRequest
                ? sockets.HandleAsync(context, account)
                : events.HandleAsync(context, account, prepareAsync)
        );
    }
}

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
