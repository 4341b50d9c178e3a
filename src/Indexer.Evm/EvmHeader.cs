using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>A block header with the part that only reading logs needs.</summary>
/// <param name="Block">What the index keeps.</param>
/// <param name="Bloom">The 2048-bit filter over addresses and topics of the block's logs.</param>
internal sealed record EvmHeader(BlockHeader Block, byte[] Bloom)
{
    private const long MaxUnixSeconds = 253_402_300_799;

    /// <summary>Reads a block as <c>eth_getBlockByNumber</c> returns it.</summary>
    /// <param name="block">The answer.</param>
    /// <param name="height">The height that was asked for; null when it was asked by a tag.</param>
    public static EvmHeader Read(JsonElement block, long? height)
    {
        if (block.ValueKind == JsonValueKind.Null)
        {
            throw new EvmNodeException($"The node has no block {height}.");
        }

        var number = JsonHex.Number(block, "number", "block");
        if (height is not null && number != height)
        {
            throw new EvmNodeException($"The node answered block {number} for block {height}.");
        }

        var what = $"block {number}";
        var seconds = JsonHex.Number(block, "timestamp", what);
        var header = new BlockHeader(
            number,
            JsonHex.Bytes(block, "hash", what, Keccak256.Length),
            JsonHex.Bytes(block, "parentHash", what, Keccak256.Length),
            seconds <= MaxUnixSeconds
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : throw new EvmNodeException($"The node's {what} is of second {seconds}, which is no date."),
            SpecVersion: null
        );
        return new EvmHeader(header, JsonHex.Bytes(block, "logsBloom", what, LogBloom.Length));
    }
}
