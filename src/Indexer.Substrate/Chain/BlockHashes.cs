using Indexer.JsonRpc;

namespace Indexer.Substrate.Chain;

/// <summary>Asks a node for the hashes of blocks.</summary>
internal static class BlockHashes
{
    /// <summary>The hashes of blocks by height.</summary>
    /// <exception cref="ChainDataException">The node lacks one of the blocks.</exception>
    internal static async Task<IReadOnlyList<byte[]>> BlockHashesAsync(
        this IRpcClient rpc,
        IReadOnlyList<long> heights,
        CancellationToken cancellationToken
    )
    {
        var requests = heights.Select(height => new RpcRequest("chain_getBlockHash", height));
        var answers = await rpc.BatchAsync([.. requests], cancellationToken);
        return
        [
            .. answers.Zip(
                heights,
                (answer, height) =>
                    answer.Require() is { ValueKind: not System.Text.Json.JsonValueKind.Null } hash
                        ? NodeAnswer.Hash(hash, $"the hash of block {height}")
                        : throw new ChainDataException($"The node has no block {height}.")
            ),
        ];
    }
}
