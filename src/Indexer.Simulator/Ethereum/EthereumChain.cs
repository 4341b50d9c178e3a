namespace Indexer.Simulator.Ethereum;

/// <summary>A whole chain with its books. Never changes once made.</summary>
internal sealed class EthereumChain(IReadOnlyList<EthereumBlock> blocks, EthereumRecords records)
{
    private readonly Dictionary<string, EthereumBlock> _byHash = blocks.ToDictionary(block => block.HashHex);

    private readonly Dictionary<string, EthereumBlock> _byTransaction = blocks
        .SelectMany(block => block.Transactions.Select(transaction => (transaction, block)))
        .ToDictionary(pair => Hex.Encode(pair.transaction.Hash), pair => pair.block);

    public IReadOnlyList<EthereumBlock> Blocks => blocks;

    public EthereumRecords Records => records;

    public EthereumBlock? ByHash(string hash) => _byHash.GetValueOrDefault(hash);

    public EthereumBlock? ByTransaction(string hash) => _byTransaction.GetValueOrDefault(hash);
}
