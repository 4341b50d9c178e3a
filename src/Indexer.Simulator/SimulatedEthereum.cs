using Indexer.Simulator.Ethereum;

namespace Indexer.Simulator;

/// <summary>
/// The Ethereum network of the world (chain id 1): the vPHA vault, the two claimers, two governors with their voting tokens
/// and timelocks, one that counts blocks and one that counts seconds; and the bridge to Phala's L2.
/// </summary>
public sealed class SimulatedEthereum : SimulatedEvm
{
    /// <summary>Blocks by which a chain that goes on becomes longer at a time: all are played anew each time.</summary>
    private const int ExtendedBy = 1_000;

    private readonly WorldSize _size;
    private readonly IReadOnlyList<SnapshotEntry> _khala;
    private readonly IReadOnlyList<SnapshotEntry> _phala;
    private readonly List<Fork> _forks = [];
    private EthereumWorld _first;

    internal SimulatedEthereum(
        ulong seed,
        WorldSize size,
        IReadOnlyList<SnapshotEntry> khala,
        IReadOnlyList<SnapshotEntry> phala
    )
        : this(seed, size, khala, phala, new EthereumBuilder(seed, size, size.EthereumBlocks, khala, phala).Build()) { }

    private SimulatedEthereum(
        ulong seed,
        WorldSize size,
        IReadOnlyList<SnapshotEntry> khala,
        IReadOnlyList<SnapshotEntry> phala,
        EthereumWorld world
    )
        : base(seed, "ethereum", world.Ethereum)
    {
        (_size, _khala, _phala, _first) = (size, khala, phala, world);
        L2 = new(seed, world.L2, forks => Builder(LastBlock).RewriteL2(_first.Deposits, forks));
        FinalizedLag = 32;
    }

    /// <summary>Phala's L2, which settles on it.</summary>
    public SimulatedL2 L2 { get; }

    /// <summary>All transfers over the bridge to the end of the first story: deposits, then withdrawals, each in their order.</summary>
    public IReadOnlyList<BridgeBook> Crossings =>
        [
            .. _first
                .Deposits.Concat(_first.Withdrawals)
                .Select(flight => new BridgeBook(
                    flight.Message.IsDeposit,
                    flight.From,
                    flight.To,
                    flight.Shares,
                    flight.Sent,
                    flight.Proven,
                    flight.Failed,
                    flight.Arrived
                )),
        ];

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

    /// <summary>The L1 bridge that holds the vPHA that is on the L2, at its real address.</summary>
    public static EvmAddress L1Bridge => Addresses.L1Bridge;

    /// <summary>Seconds from the proof of a withdrawal until it may be finalized, as the portal states them.</summary>
    public const int ProofMaturityDelay = 172_800;

    /// <summary>The portal to which withdrawals are proven, at its real address.</summary>
    public static EvmAddress Portal => Addresses.Portal;

    /// <summary>The messenger, at its real address.</summary>
    public static EvmAddress L1Messenger => Addresses.L1Messenger;

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

    internal override ulong Id => ChainId;

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
            _first = Builder(lastBlock).Build();
            Lengthen(_first.Ethereum);
            L2.GoOn(_first.L2);
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
            L2.Head = Head;
        }
    }

    private protected override void Replace(Fork fork)
    {
        _forks.Add(fork);
        Rewrite(fork, Builder(LastBlock).Rewrite(_first.Withdrawals, _forks));
    }

    private EthereumBuilder Builder(long lastBlock) => new(Seed, _size, (int)lastBlock, _khala, _phala);
}
