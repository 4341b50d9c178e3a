using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>A block header with the part that only reading logs needs.</summary>
/// <param name="Block">What the index keeps.</param>
/// <param name="Bloom">The 2048-bit filter over addresses and topics of the block's logs.</param>
internal sealed record EvmHeader(BlockHeader Block, byte[] Bloom)
{
    /// <summary>The root of the receipts trie; empty unless the header was <see cref="Proven">proven</see>.</summary>
    public byte[] ReceiptsRoot { get; private init; } = [];

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

        var number = NodeAnswer.Number(block, "number", "block");
        if (height is not null && number != height)
        {
            throw new EvmNodeException($"The node answered block {number} for block {height}.");
        }

        var what = $"block {number}";
        var seconds = NodeAnswer.Number(block, "timestamp", what);
        var header = new BlockHeader(
            number,
            NodeAnswer.Bytes(block, "hash", what, Keccak256.Length),
            NodeAnswer.Bytes(block, "parentHash", what, Keccak256.Length),
            seconds <= MaxUnixSeconds
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : throw new EvmNodeException($"The node's {what} is of second {seconds}, which is no date."),
            SpecVersion: null
        );
        return new EvmHeader(header, NodeAnswer.Bytes(block, "logsBloom", what, LogBloom.Length));
    }

    /// <summary>The header with its receiptsRoot, after what it says was found to hash to the block's hash.</summary>
    /// <param name="block">The answer that it was read from.</param>
    /// <param name="endpoint">Who answered.</param>
    /// <exception cref="EvmNodeException">The header hashes to something else: it was altered.</exception>
    public EvmHeader Proven(JsonElement block, string endpoint)
    {
        var what = $"block {Block.Height}";
        var hash = HeaderHash.Of(block, what);
        return hash.AsSpan().SequenceEqual(Block.Hash)
            ? this with
            {
                ReceiptsRoot = NodeAnswer.Bytes(block, "receiptsRoot", what, Keccak256.Length),
            }
            : throw new EvmNodeException(
                $"{endpoint} answered a header of block {Block.Ref} that hashes to {Hex.Of(hash)}: it is altered, or has "
                    + "fields of a later fork than this program knows."
            );
    }
}
