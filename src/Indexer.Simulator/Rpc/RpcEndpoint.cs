using System.Text.Json;
using System.Text.Json.Nodes;

namespace Indexer.Simulator.Rpc;

/// <summary>One network's JSON-RPC 2.0: single requests and batches, standard errors, injected faults.</summary>
internal sealed class RpcEndpoint(SimulatedNetwork network, IRpcMethods methods, TimeProvider time)
{
    private int _requests;

    public SimulatedNetwork Network => network;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Answers a text; null when nothing but notifications was asked.</summary>
    public async Task<string?> AnswerAsync(
        ReadOnlyMemory<byte> text,
        RpcSession? session,
        CancellationToken cancellation
    )
    {
        if (network.Faults.Latency > TimeSpan.Zero)
        {
            await Task.Delay(network.Faults.Latency, time, cancellation);
        }
        JsonNode? request;
        try
        {
            request = JsonNode.Parse(text.Span);
        }
        catch (JsonException)
        {
            return Error(null, -32700, "Parse error").ToJsonString();
        }
        if (request is not JsonArray batch)
        {
            return Answer(request, session)?.ToJsonString();
        }
        if (batch.Count == 0)
        {
            return Error(null, -32600, "empty batch").ToJsonString();
        }
        var answers = batch.Select(item => (JsonNode?)Answer(item, session)).Where(answer => answer is not null);
        return new JsonArray([.. answers]).ToJsonString();
    }

    private JsonObject? Answer(JsonNode? node, RpcSession? session)
    {
        if (
            node is not JsonObject request
            || request["method"] is not JsonValue name
            || !name.TryGetValue<string>(out var method)
        )
        {
            return Error(null, -32600, "Invalid request");
        }
        var id = request["id"]?.DeepClone();
        var count = Interlocked.Increment(ref _requests);
        try
        {
            var every = network.Faults.ErrorEvery;
            if (every > 0 && count % every == 0 && !method.StartsWith("sim_", StringComparison.Ordinal))
            {
                throw new RpcException(-32005, "limit exceeded: too many requests");
            }
            var result = Call(method, new(request["params"]), session);
            return request.ContainsKey("id")
                ? new JsonObject
                {
                    ["jsonrpc"] = "2.0",
                    ["id"] = id,
                    ["result"] = result,
                }
                : null;
        }
        catch (RpcException error)
        {
            return Error(id, error.Code, error.Message);
        }
    }

    private JsonNode? Call(string method, RpcParams parameters, RpcSession? session)
    {
        if (method.StartsWith("sim_", StringComparison.Ordinal))
        {
            return Controls.Invoke(this, method, parameters);
        }
        if (session is not null && method.Contains("nsubscribe", StringComparison.Ordinal))
        {
            return session.Close(parameters.Required(0));
        }
        if (methods.Subscribe(method, parameters) is not { } subscription)
        {
            return methods.Invoke(method, parameters);
        }
        return session is null
            ? throw new RpcException(-32601, "notifications not supported over HTTP")
            : session.Open(subscription);
    }

    private static JsonObject Error(JsonNode? id, int code, string message) =>
        new()
        {
            ["jsonrpc"] = "2.0",
            ["id"] = id,
            ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
        };
}
