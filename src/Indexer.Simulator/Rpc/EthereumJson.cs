using System.Text.Json.Nodes;
using Indexer.Simulator.Ethereum;

namespace Indexer.Simulator.Rpc;

/// <summary>Blocks, logs, transactions and receipts as an Ethereum node writes them.</summary>
internal static class EthereumJson
{
    private const string EmptyUncles = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347";

    public static string Hash(SimulatedEvm chain, EthereumBlock block) =>
        block.Height == 0 && chain.Faults.WrongGenesis ? Hex.Encode(Digests.Of("wrong", block.HashHex)) : block.HashHex;

    public static JsonObject Block(SimulatedEvm chain, EthereumBlock block, bool full) =>
        new()
        {
            ["number"] = Hex.Quantity((UInt128)block.Height),
            ["hash"] = Hash(chain, block),
            ["parentHash"] = block.Height == 1 ? Hash(chain, chain.Blocks[0]) : Hex.Encode(block.Parent),
            ["nonce"] = "0x0000000000000000",
            ["mixHash"] = Hex.Encode(Digests.Of("mix", block.HashHex)),
            ["sha3Uncles"] = EmptyUncles,
            ["logsBloom"] = Hex.Encode(block.Bloom),
            ["transactionsRoot"] = Hex.Encode(Digests.Of("transactions", block.HashHex)),
            ["stateRoot"] = Hex.Encode(Digests.Of("state", block.HashHex)),
            ["receiptsRoot"] = Hex.Encode(Digests.Of("receipts", block.HashHex)),
            ["miner"] = EvmAddress.Zero.Hex,
            ["difficulty"] = "0x0",
            ["totalDifficulty"] = "0x0",
            ["extraData"] = "0x",
            ["size"] = "0x400",
            ["gasLimit"] = "0x1c9c380",
            ["gasUsed"] = Hex.Quantity((UInt128)block.Transactions.Count * 90_000),
            ["baseFeePerGas"] = "0x3b9aca00",
            ["timestamp"] = Hex.Quantity(block.Time),
            ["uncles"] = new JsonArray(),
            ["transactions"] = new JsonArray([.. block.Transactions.Select(one => Listed(chain, block, one, full))]),
        };

    public static JsonObject Transaction(SimulatedEvm chain, EthereumBlock block, EthereumTransaction transaction) =>
        new()
        {
            ["hash"] = Hex.Encode(transaction.Hash),
            ["blockHash"] = Hash(chain, block),
            ["blockNumber"] = Hex.Quantity((UInt128)block.Height),
            ["transactionIndex"] = Hex.Quantity((UInt128)transaction.Index),
            ["from"] = transaction.From.Hex,
            ["to"] = transaction.To.Hex,
            ["nonce"] = Hex.Quantity(transaction.Nonce),
            ["value"] = "0x0",
            ["gas"] = "0x15f90",
            ["gasPrice"] = "0x3b9aca00",
            ["input"] = Hex.Encode(transaction.Input),
            ["type"] = "0x0",
            ["chainId"] = Hex.Quantity(chain.Id),
            ["v"] = "0x25",
            ["r"] = "0x1",
            ["s"] = "0x1",
        };

    public static JsonObject Receipt(SimulatedEvm chain, EthereumBlock block, EthereumTransaction transaction)
    {
        var logs = block.Logs.Where(log => log.TransactionIndex == transaction.Index).ToList();
        return new()
        {
            ["transactionHash"] = Hex.Encode(transaction.Hash),
            ["blockHash"] = Hash(chain, block),
            ["blockNumber"] = Hex.Quantity((UInt128)block.Height),
            ["transactionIndex"] = Hex.Quantity((UInt128)transaction.Index),
            ["from"] = transaction.From.Hex,
            ["to"] = transaction.To.Hex,
            ["status"] = "0x1",
            ["type"] = "0x0",
            ["contractAddress"] = null,
            ["gasUsed"] = "0x15f90",
            ["cumulativeGasUsed"] = Hex.Quantity((UInt128)(transaction.Index + 1) * 90_000),
            ["effectiveGasPrice"] = "0x3b9aca00",
            ["logsBloom"] = Hex.Encode(LogBloom.Of(logs)),
            ["logs"] = new JsonArray([.. logs.Select(log => Log(chain, block, log))]),
        };
    }

    public static JsonObject Log(SimulatedEvm chain, EthereumBlock block, EthereumLog log)
    {
        var isCut = chain.Faults.TruncatedBlock == block.Height && log.Data.Length > 0;
        return new()
        {
            ["address"] = log.Address.Hex,
            ["topics"] = new JsonArray([.. log.Topics.Select(topic => JsonValue.Create(Hex.Encode(topic)))]),
            ["data"] = Hex.Encode(isCut ? log.Data.AsSpan(0, log.Data.Length - 1) : log.Data),
            ["blockNumber"] = Hex.Quantity((UInt128)block.Height),
            ["blockHash"] = Hash(chain, block),
            ["blockTimestamp"] = Hex.Quantity(block.Time),
            ["transactionHash"] = Hex.Encode(log.TransactionHash),
            ["transactionIndex"] = Hex.Quantity((UInt128)log.TransactionIndex),
            ["logIndex"] = Hex.Quantity((UInt128)log.Index),
            ["removed"] = false,
        };
    }

    private static JsonNode Listed(
        SimulatedEvm chain,
        EthereumBlock block,
        EthereumTransaction transaction,
        bool full
    ) => full ? Transaction(chain, block, transaction) : JsonValue.Create(Hex.Encode(transaction.Hash));
}
