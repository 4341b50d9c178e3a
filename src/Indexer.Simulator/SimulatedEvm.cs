using Indexer.Simulator.Ethereum;

namespace Indexer.Simulator;

/// <summary>A simulated network of EVM blocks.</summary>
public abstract class SimulatedEvm : SimulatedNetwork
{
    private readonly List<EthereumBlock> _orphans = [];
    private volatile EthereumChain _chain;

    private protected SimulatedEvm(ulong seed, string name, EthereumChain chain)
        : base(seed, name, chain.Blocks.Count - 1) => _chain = chain;

    /// <summary>The books after the head.</summary>
    public EthereumBooks Books => BooksAt(Head);

    internal abstract ulong Id { get; }

    internal IReadOnlyList<EthereumBlock> Blocks => _chain.Blocks;

    /// <summary>The books after any block.</summary>
    /// <param name="height">From 0 to the last block.</param>
    public EthereumBooks BooksAt(long height) => new(_chain.Records, height, Blocks[(int)height].Time);

    /// <inheritdoc/>
    public override string HashAt(long height) => Blocks[(int)height].HashHex;

    /// <inheritdoc/>
    public override ulong TimeAt(long height) => Blocks[(int)height].Time * 1000;

    /// <summary>A canonical block up to the head, or a replaced one.</summary>
    internal EthereumBlock? Find(string hash)
    {
        var known = _chain.ByHash(hash);
        lock (_orphans)
        {
            return known?.Height <= Head ? known : _orphans.Find(block => block.HashHex == hash);
        }
    }

    /// <summary>Whether a block is of the chain as it is now.</summary>
    internal bool IsCanonical(EthereumBlock block) => _chain.ByHash(block.HashHex) is not null;

    /// <summary>The canonical block that holds a transaction.</summary>
    internal EthereumBlock? FindTransaction(string hash) =>
        _chain.ByTransaction(hash) is { } block && block.Height <= Head ? block : null;

    /// <summary>The chain goes on: it is longer, and what it was it stays.</summary>
    private protected void Lengthen(EthereumChain chain)
    {
        _chain = chain;
        LastBlock = chain.Blocks.Count - 1;
    }

    /// <summary>The chain has another end; the blocks that were served before stay readable by their hash.</summary>
    private protected void Rewrite(Fork fork, EthereumChain chain)
    {
        lock (_orphans)
        {
            _orphans.AddRange(Blocks.Where(block => block.Height > fork.Height && block.Height <= Head));
        }
        _chain = chain;
    }
}
