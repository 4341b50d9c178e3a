using System.Text.Json.Nodes;

namespace Indexer.Simulator.Rpc;

/// <summary>The methods of one network.</summary>
internal interface IRpcMethods
{
    /// <summary>Answers a call; an unknown method or bad parameters are an <see cref="RpcException"/>.</summary>
    JsonNode? Invoke(string method, RpcParams parameters);

    /// <summary>What a subscription is about, or null when the method does not subscribe.</summary>
    Subscription? Subscribe(string method, RpcParams parameters);
}
