using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;
using Nethereum.Merkle.Patricia;
using Nethereum.Model;
using Nethereum.RLP;

namespace Indexer.Evm;

/// <summary>The receipt of a transaction: what the receipts trie of its block holds, and its logs.</summary>
/// <param name="Encoded">The value in the trie (EIP-2718).</param>
/// <param name="Logs">Its logs, placed in the block by counting.</param>
internal sealed record EvmReceipt(byte[] Encoded, IReadOnlyList<EvmLog> Logs)
{
    /// <summary>The type of the transactions by which the L1 deposits into an OP stack chain.</summary>
    private const byte DepositType = 0x7e;

    /// <summary>Reads the receipts of a block as <c>eth_getBlockReceipts</c> answers them.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="block">The block.</param>
    /// <exception cref="EvmNodeException">The node has no such block, or the answer is malformed.</exception>
    public static List<EvmReceipt> ReadAll(JsonElement answer, BlockRef block)
    {
        if (answer.ValueKind != JsonValueKind.Array)
        {
            throw new EvmNodeException($"The node has no receipts of block {block}.");
        }

        var receipts = new List<EvmReceipt>(answer.GetArrayLength());
        var logs = 0;
        foreach (var element in answer.EnumerateArray())
        {
            var receipt = Read(element, receipts.Count, logs, block);
            receipts.Add(receipt);
            logs += receipt.Logs.Count;
        }

        return receipts;
    }

    /// <summary>The root of the trie of a block's receipts, each under its position in the block.</summary>
    public static byte[] RootOf(IReadOnlyList<EvmReceipt> receipts)
    {
        if (receipts.Count == 0)
        {
            return DefaultValues.EMPTY_TRIE_HASH;
        }

        var trie = new PatriciaTrie();
        var storage = new InMemoryTrieStorage();
        for (var i = 0; i < receipts.Count; i++)
        {
            trie.Put(RLP.EncodeElement(i.ToBytesForRLPEncoding()), receipts[i].Encoded, storage);
        }

        return trie.Root.GetHash();
    }

    private static EvmReceipt Read(JsonElement receipt, int position, int firstLog, BlockRef block)
    {
        const string what = "receipt";
        var transaction = NodeAnswer.Bytes(receipt, "transactionHash", what, Keccak256.Length);
        var entries = NodeAnswer.Member(receipt, "logs", what);
        if (entries.ValueKind != JsonValueKind.Array)
        {
            throw new EvmNodeException($"The node's receipt.logs in block {block} is not a list.");
        }

        var logs = entries
            .EnumerateArray()
            .Select(
                (log, i) =>
                    LogParser.Read(log) with
                    {
                        BlockNumber = block.Height,
                        BlockHash = block.Hash,
                        TransactionHash = transaction,
                        TransactionIndex = position,
                        LogIndex = firstLog + i,
                    }
            )
            .ToList();
        var fields = new Receipt
        {
            PostStateOrStatus = receipt.TryGetProperty("status", out _)
                ? NodeAnswer.Quantity(receipt, "status", what)
                : NodeAnswer.Bytes(receipt, "root", what, Keccak256.Length),
            CumulativeGasUsed = NodeAnswer.Number(receipt, "cumulativeGasUsed", what),
            Bloom = NodeAnswer.Bytes(receipt, "logsBloom", what, LogBloom.Length),
            Logs = logs.ConvertAll(log => Log.Create(log.Data, log.Address.ToString(), log.Topics)),
        };
        return new EvmReceipt(Encode(receipt, fields), logs);
    }

    private static byte[] Encode(JsonElement receipt, Receipt fields)
    {
        var type = receipt.TryGetProperty("type", out _) ? NodeAnswer.Number(receipt, "type", "receipt") : 0;
        return type switch
        {
            0 => ReceiptEncoder.Current.Encode(fields),
            // Without the version the nonce was stated but not hashed (OP stack, before the Canyon upgrade).
            DepositType when receipt.TryGetProperty("depositReceiptVersion", out _) => EncodeDeposit(receipt, fields),
            <= 0x7f => ReceiptEncoder.Current.EncodeTyped(fields, (byte)type),
            _ => throw new EvmNodeException($"The node's receipt.type is {type}, which no transaction can have."),
        };
    }

    /// <summary>OP stack, deposits: a receipt of six fields.</summary>
    private static byte[] EncodeDeposit(JsonElement receipt, Receipt fields) =>
        [
            DepositType,
            .. RLP.EncodeList(
                RLP.EncodeElement(fields.PostStateOrStatus),
                RLP.EncodeElement(fields.CumulativeGasUsed.ToBytesForRLPEncoding()),
                RLP.EncodeElement(fields.Bloom),
                RLP.EncodeList([.. fields.Logs.Select(LogEncoder.Current.Encode)]),
                RLP.EncodeElement(NodeAnswer.Quantity(receipt, "depositNonce", "receipt")),
                RLP.EncodeElement(NodeAnswer.Quantity(receipt, "depositReceiptVersion", "receipt"))
            ),
        ];
}
