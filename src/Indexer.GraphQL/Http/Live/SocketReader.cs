using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Indexer.GraphQL.Http.Live;

/// <summary>Receives the messages of a client, each whole and of bounded size.</summary>
internal sealed class SocketReader(WebSocket socket, int maxBytes)
{
    private const int PieceBytes = 4 * 1024;

    /// <summary>The next message; null when the client has closed or is gone.</summary>
    /// <exception cref="SocketClosedException">It is no message of the protocol.</exception>
    public async Task<SocketMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(PieceBytes);
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer.GetMemory(PieceBytes), cancellationToken);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            buffer.Advance(piece.Count);
            if (buffer.WrittenCount > maxBytes)
            {
                throw Invalid($"A message is larger than {maxBytes} bytes.");
            }

            if (piece.EndOfMessage)
            {
                return piece.MessageType == WebSocketMessageType.Text
                    ? Parse(buffer.WrittenMemory)
                    : throw Invalid("A message is not text.");
            }
        }
    }

    private static SocketMessage Parse(ReadOnlyMemory<byte> text)
    {
        JsonElement json;
        try
        {
            json = RequestJson.Parse(text, "The message");
        }
        catch (GraphQLRequestException problem)
        {
            throw Invalid(problem.Message);
        }

        if (!JsonText.IsValid(text.Span))
        {
            throw Invalid("A message is not valid Unicode text.");
        }

        if (json.ValueKind != JsonValueKind.Object || Text(json, "type") is not { } type)
        {
            throw Invalid("A message must be a JSON object with a string \"type\".");
        }

        return new SocketMessage(
            type,
            Text(json, "id"),
            json.TryGetProperty("payload", out var payload) ? payload : default
        );
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static SocketClosedException Invalid(string reason) => new(CloseCode.BadRequest, reason);
}

/// <summary>A message of the protocol graphql-transport-ws.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">The operation it is about; null when it names none.</param>
/// <param name="Payload">Its payload; undefined when it has none.</param>
internal sealed record SocketMessage(string Type, string? Id, JsonElement Payload);

/// <summary>The client broke the protocol; its socket is to be closed.</summary>
internal sealed class SocketClosedException(int code, string reason) : Exception(reason)
{
    public int Code => code;
}

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
