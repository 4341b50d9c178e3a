namespace Indexer.Simulator.Rpc;

/// <summary>A JSON-RPC error answer.</summary>
internal sealed class RpcException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;

    public static RpcException InvalidParams(string message) => new(-32602, message);
}
