using System.Text.Json;
using Indexer.Domain;
using Indexer.JsonRpc;
using Indexer.Substrate.Keys;

namespace Indexer.Substrate.Chain;

/// <summary>Reads maps of the storage page by page.</summary>
/// <param name="rpc">The nodes.</param>
/// <param name="decode">Decodes a value of the map.</param>
internal sealed class StorageMapReader(
    IRpcClient rpc,
    Func<StorageRead, byte[], CancellationToken, Task<ScaleValue>> decode
)
{
    private const int KeysPerPage = 1000;
    private const int MethodNotFound = -32601;

    /// <summary>The elements in the order of their keys; null when no node lists keys.</summary>
    public async Task<IReadOnlyList<StoredElement>?> ReadAsync(StorageRead map, CancellationToken cancellationToken)
    {
        var elements = new List<StoredElement>();
        var (prefix, block) = (Hex.Of(StorageKey.Map(map.Entry, map.Keys)), Hex.Of(map.Block));
        string? last = null;
        while (await KeysAsync(prefix, last, block, cancellationToken) is { } keys)
        {
            var answers = await rpc.BatchAsync(
                [.. keys.Select(key => new RpcRequest("state_getStorage", key, block))],
                cancellationToken
            );
            foreach (var (key, answer) in keys.Zip(answers))
            {
                var what = $"a value of {map.Entry.Prefix}.{map.Entry.Name}";
                var value = await decode(map, NodeAnswer.Bytes(answer.Require(), what), cancellationToken);
                elements.Add(new StoredElement(Convert.FromHexString(key.AsSpan(2)), value));
            }

            if (keys.Count < KeysPerPage)
            {
                return elements;
            }

            last = keys[^1];
        }

        return null;
    }

    private async Task<IReadOnlyList<string>?> KeysAsync(
        string prefix,
        string? after,
        string block,
        CancellationToken cancellationToken
    )
    {
        JsonElement answer;
        try
        {
            answer = await rpc.CallAsync("state_getKeysPaged", [prefix, KeysPerPage, after, block], cancellationToken);
        }
        catch (RpcErrorException refused) when (refused.Code == MethodNotFound)
        {
            // Public nodes may keep the listing of keys to themselves.
            return null;
        }

        var isListed =
            answer.ValueKind == JsonValueKind.Array
            && answer
                .EnumerateArray()
                .All(key =>
                    key.ValueKind == JsonValueKind.String
                    && key.GetString()!.StartsWith(prefix, StringComparison.Ordinal)
                    && string.CompareOrdinal(key.GetString(), after) > 0
                );
        return isListed
            ? [.. answer.EnumerateArray().Select(key => key.GetString()!)]
            : throw new ChainDataException(
                $"The node's answer to state_getKeysPaged is no list of keys below {prefix} after {after ?? "none"}."
            );
    }
}
