using Indexer.Simulator.Ethereum;

namespace Indexer.Simulator;

/// <summary>
/// The Ethereum network of the world (chain id 1): the vPHA vault, the two claimers, and two governors with their voting tokens
/// and timelocks, one that counts blocks and one that counts seconds.
/// </summary>
public sealed class SimulatedEthereum : SimulatedNetwork
{
    /// <summary>Blocks by which a chain that goes on becomes longer at a time: all are played anew each time.</summary>
    private const int ExtendedBy = 1_000;

    private readonly WorldSize _size;
    private readonly IReadOnlyList<SnapshotEntry> _khala;
    private readonly IReadOnlyList<SnapshotEntry> _phala;
    private readonly List<Fork> _forks = [];
    private readonly List<EthereumBlock> _orphans = [];
    private volatile EthereumChain _chain;

    internal SimulatedEthereum(
        ulong seed,
        WorldSize size,
        IReadOnlyList<SnapshotEntry> khala,
        IReadOnlyList<SnapshotEntry> phala
    )
        : base(seed, "ethereum", size.EthereumBlocks)
    {
        (_size, _khala, _phala) = (size, khala, phala);
        _chain = new EthereumBuilder(seed, size, size.EthereumBlocks, khala, phala, []).Build();
        FinalizedLag = 32;
    }

    /// <summary>The chain id.</summary>
    public static ulong ChainId => 1;

    /// <summary>The vault and share token vPHA, at its real address.</summary>
    public static EvmAddress Vault => Addresses.Vault;

    /// <summary>The Khala claimer, at its real address.</summary>
    public static EvmAddress KhalaClaimer => Addresses.KhalaClaimer;

    /// <summary>The Phala claimer, at its real address.</summary>
    public static EvmAddress PhalaClaimer => Addresses.PhalaClaimer;

    /// <summary>The PHA token, at its real address.</summary>
    public static EvmAddress PhaToken => Addresses.Pha;

    /// <summary>The L1 bridge that holds the vPHA of Phala's claimants, at its real address.</summary>
    public static EvmAddress L1Bridge => Addresses.L1Bridge;

    /// <summary>The token whose votes are weighed by blocks.</summary>
    public static EvmAddress BlockVotes => Addresses.BlockVotes;

    /// <summary>The governor of <see cref="BlockVotes"/>: votes have one choice, late quorums extend the voting.</summary>
    public static EvmAddress BlockGovernor => Addresses.BlockGovernor;

    /// <summary>The TimelockController of <see cref="BlockGovernor"/>.</summary>
    public static EvmAddress BlockTimelock => Addresses.BlockTimelock;

    /// <summary>The token whose votes are weighed by seconds.</summary>
    public static EvmAddress TimeVotes => Addresses.TimeVotes;

    /// <summary>The governor of <see cref="TimeVotes"/>: votes may be split, what is queued expires.</summary>
    public static EvmAddress TimeGovernor => Addresses.TimeGovernor;

    /// <summary>The timelock of <see cref="TimeGovernor"/>, of Compound's kind.</summary>
    public static EvmAddress TimeTimelock => Addresses.TimeTimelock;

    /// <summary>Who deployed the governors with his first transactions, in the order of the addresses above by creation.</summary>
    public static EvmAddress Steward => Addresses.Steward;

    /// <summary>An unrelated contract whose logs have the same topics.</summary>
    public static EvmAddress ForeignContract => Addresses.Foreign;

    /// <summary>The books after the head.</summary>
    public EthereumBooks Books => BooksAt(Head);

    internal IReadOnlyList<EthereumBlock> Blocks => _chain.Blocks;

    /// <summary>The books after any block.</summary>
    /// <param name="height">From 0 to the last block.</param>
    public EthereumBooks BooksAt(long height) => new(_chain.Records, height, Blocks[(int)height].Time);

    /// <inheritdoc/>
    public override string HashAt(long height) => Blocks[(int)height].HashHex;

    /// <inheritdoc/>
    public override ulong TimeAt(long height) => Blocks[(int)height].Time * 1000;

    /// <summary>Lets the story go on: the chain ends later, and what it was so far it stays. The head does not move.</summary>
    /// <param name="lastBlock">The block at which it ends then; one that it has already changes nothing.</param>
    /// <exception cref="InvalidOperationException">The chain was reorganised: its end has been rewritten.</exception>
    public void Extend(long lastBlock)
    {
        if (_forks.Count > 0)
        {
            throw new InvalidOperationException("A chain that was reorganised cannot be extended.");
        }
        if (lastBlock > LastBlock)
        {
            _chain = new EthereumBuilder(Seed, _size, (int)lastBlock, _khala, _phala, _forks).Build();
            LastBlock = lastBlock;
        }
    }

    /// <summary>Advances the head by one block per interval, and lets the story go on whenever it comes to its end.</summary>
    /// <param name="time">Gives the ticks.</param>
    /// <param name="interval">Between two blocks.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task GoOnAsync(TimeProvider time, TimeSpan interval, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(interval, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            if (Head == LastBlock)
            {
                Extend(LastBlock + ExtendedBy);
            }
            Advance(1);
        }
    }

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

    private protected override void Replace(Fork fork)
    {
        lock (_orphans)
        {
            _orphans.AddRange(Blocks.Where(block => block.Height > fork.Height && block.Height <= Head));
        }
        _forks.Add(fork);
        _chain = new EthereumBuilder(Seed, _size, (int)LastBlock, _khala, _phala, _forks).Build();
    }
}
