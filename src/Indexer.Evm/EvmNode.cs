using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>Questions to the node that answers one question.</summary>
internal static class EvmNode
{
    /// <summary>The question for one header.</summary>
    public static RpcRequest HeaderRequest(string heightOrTag) => new("eth_getBlockByNumber", heightOrTag, false);

    /// <summary>The headers of some heights, in one batch.</summary>
    public static async Task<IReadOnlyList<EvmHeader>> HeadersAsync(
        this IRpcClient node,
        IReadOnlyList<long> heights,
        CancellationToken cancellationToken
    )
    {
        var requests = heights.Select(height => HeaderRequest(JsonHex.Of(height))).ToList();
        var answers = await node.BatchAsync(requests, cancellationToken);
        return [.. answers.Zip(heights, (answer, height) => EvmHeader.Read(answer.Require(), height))];
    }

    /// <summary>The hash of a block; null when the node has none of the height.</summary>
    public static async Task<byte[]?> FindHashAsync(
        this IRpcClient node,
        long height,
        CancellationToken cancellationToken
    )
    {
        var answer = await node.CallAsync("eth_getBlockByNumber", [JsonHex.Of(height), false], cancellationToken);
        return answer.ValueKind == System.Text.Json.JsonValueKind.Null
            ? null
            : EvmHeader.Read(answer, height).Block.Hash;
    }
}
