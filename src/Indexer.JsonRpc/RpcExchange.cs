using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>One message to a node: a single call, or a batch of calls with consecutive ids; and the check of its answer.</summary>
/// <param name="firstId">Id of the first call.</param>
/// <param name="requests">The calls, at least one.</param>
internal sealed class RpcExchange(long firstId, IReadOnlyList<RpcRequest> requests)
{
    /// <summary>Id of the first call; the others count up from it.</summary>
    public long FirstId => firstId;

    /// <summary>The method of the first call.</summary>
    public string Method => requests[0].Method;

    /// <summary>Number of calls.</summary>
    public int Count => requests.Count;

    /// <summary>The connection that it was sent on, when that outlives the exchange.</summary>
    public WebSocketLink? SentOn { get; set; }

    /// <summary>Messages that the connection had received when it was sent.</summary>
    public long HeardBefore { get; set; }

    /// <summary>Whether the message is a JSON array.</summary>
    public bool IsBatch => requests.Count > 1;

    /// <summary>The message in UTF-8.</summary>
    public ReadOnlyMemory<byte> Write()
    {
        var buffer = new ArrayBufferWriter<byte>(256 * requests.Count);
        using var writer = new Utf8JsonWriter(buffer);
        if (IsBatch)
        {
            writer.WriteStartArray();
        }

        for (var i = 0; i < requests.Count; i++)
        {
            Write(writer, firstId + i, requests[i]);
        }

        if (IsBatch)
        {
            writer.WriteEndArray();
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Puts the answers into the order of the calls.</summary>
    /// <param name="answer">The root of the node's message.</param>
    /// <returns>One response object for each call.</returns>
    /// <exception cref="BatchRefusedException">One error object came in place of the answers to a batch.</exception>
    /// <exception cref="EndpointFailureException">The message does not answer exactly the calls that were sent.</exception>
    public JsonElement[] Match(JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.Object)
        {
            return [IsBatch ? throw Refusal(answer) : Single(answer)];
        }

        if (answer.ValueKind != JsonValueKind.Array || !IsBatch)
        {
            throw new EndpointFailureException($"the answer is a JSON {answer.ValueKind}, not a JSON-RPC response");
        }

        var ordered = new JsonElement[Count];
        foreach (var element in answer.EnumerateArray())
        {
            var index = IndexOf(element);
            if (ordered[index].ValueKind != JsonValueKind.Undefined)
            {
                throw new EndpointFailureException($"the answer has id {firstId + index} twice");
            }

            ordered[index] = element;
        }

        var missing = Array.FindIndex(ordered, element => element.ValueKind == JsonValueKind.Undefined);
        return missing < 0
            ? ordered
            : throw new EndpointFailureException(
                $"the answer to {Count} calls lacks id {firstId + missing} ({requests[missing].Method})"
            );
    }

    private JsonElement Single(JsonElement answer)
    {
        // A node that could not read the request cannot know its id.
        var idless = answer.TryGetProperty("id", out var id) is false || id.ValueKind == JsonValueKind.Null;
        if (!(idless && answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object))
        {
            IndexOf(answer);
        }

        return answer;
    }

    private int IndexOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("id", out var id))
        {
            throw new EndpointFailureException("the answer has a response without an id");
        }

        return
            id.ValueKind == JsonValueKind.Number
            && id.TryGetInt64(out var number)
            && number >= firstId
            && number < firstId + Count
            ? (int)(number - firstId)
            : throw new EndpointFailureException(
                string.Create(CultureInfo.InvariantCulture, $"the answer has id {id.GetRawText()}, which was not asked")
            );
    }

    private static Exception Refusal(JsonElement answer)
    {
        if (RpcErrorObject.Read(answer) is not { } error)
        {
            return new EndpointFailureException("a batch was answered with a single response");
        }

        var isOfNode =
            !NodeErrors.IsAboutBatch(error.Message)
            && (
                NodeErrors.IsRateLimit("", error.Code, error.Message)
                || NodeErrors.IsPassing("", error.Code, error.Message)
            );
        return isOfNode
            ? new EndpointFailureException($"error {error.Code}: {error.Message}")
            : new BatchRefusedException(error.Message);
    }

    private static void Write(Utf8JsonWriter writer, long id, RpcRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("jsonrpc", "2.0");
        writer.WriteNumber("id", id);
        writer.WriteString("method", request.Method);
        writer.WriteStartArray("params");
        foreach (var parameter in request.Parameters)
        {
            JsonSerializer.Serialize(writer, parameter, parameter?.GetType() ?? typeof(object));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
