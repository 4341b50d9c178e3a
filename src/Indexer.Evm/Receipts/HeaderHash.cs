using System.Text.Json;
using Indexer.Addresses;
using Nethereum.RLP;

namespace Indexer.Evm;

/// <summary>
/// The hash of a block header as a node answers it: Keccak-256 of the RLP list of its fields (Ethereum Yellow Paper,
/// section 4.3). It ties what the header says, the roots and the filter of its logs among it, to the block's hash.
/// </summary>
internal static class HeaderHash
{
    private static readonly (string Name, bool IsNumber)[] Fields =
    [
        ("parentHash", false),
        ("sha3Uncles", false),
        ("miner", false),
        ("stateRoot", false),
        ("transactionsRoot", false),
        ("receiptsRoot", false),
        ("logsBloom", false),
        ("difficulty", true),
        ("number", true),
        ("gasLimit", true),
        ("gasUsed", true),
        ("timestamp", true),
        ("extraData", false),
        ("mixHash", false),
        ("nonce", false),
    ];

    /// <summary>What later forks appended, in this order: EIP-1559, 4895, 4844 (two), 4788, 7685.</summary>
    private static readonly (string Name, bool IsNumber)[] LaterFields =
    [
        ("baseFeePerGas", true),
        ("withdrawalsRoot", false),
        ("blobGasUsed", true),
        ("excessBlobGas", true),
        ("parentBeaconBlockRoot", false),
        ("requestsHash", false),
    ];

    /// <summary>Computes the hash.</summary>
    /// <param name="block">A block as <c>eth_getBlockByNumber</c> answers it.</param>
    /// <param name="what">Names it in errors.</param>
    public static byte[] Of(JsonElement block, string what)
    {
        var later = LaterFields.TakeWhile(field =>
            block.TryGetProperty(field.Name, out var value) && value.ValueKind != JsonValueKind.Null
        );
        return Keccak256.Hash(RLP.EncodeList([.. Fields.Concat(later).Select(field => Encoded(block, field, what))]));
    }

    private static byte[] Encoded(JsonElement block, (string Name, bool IsNumber) field, string what) =>
        RLP.EncodeElement(
            field.IsNumber ? NodeAnswer.Quantity(block, field.Name, what) : NodeAnswer.Bytes(block, field.Name, what)
        );
}
