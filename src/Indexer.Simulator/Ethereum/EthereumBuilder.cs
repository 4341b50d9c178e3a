using Indexer.Simulator.Ethereum.Bridge;
using Indexer.Simulator.Ethereum.Governors;

namespace Indexer.Simulator.Ethereum;

/// <summary>
/// Runs the story of Ethereum and of Phala's L2 block by block and seals the blocks: after each block of Ethereum one of the L2.
/// </summary>
internal sealed class EthereumBuilder(
    ulong seed,
    WorldSize size,
    int lastBlock,
    IReadOnlyList<SnapshotEntry> khala,
    IReadOnlyList<SnapshotEntry> phala
)
{
    /// <summary>Seconds from a block of Ethereum to that of the L2.</summary>
    private const ulong L2Delay = 10;

    /// <summary>Both networks as they are without forks.</summary>
    public EthereumWorld Build()
    {
        var (l1, l2) = (new EthereumSide(this, []), new L2Side(this, []));
        for (var height = 1L; height <= lastBlock; height++)
        {
            l1.Play(height, [.. l2.Story.Withdrawals.Skip(l1.Heard)]);
            l2.Play(height, l1.Bridge.Deposits);
        }
        return new(l1.Chain, l2.Chain, l1.Bridge.Deposits, l2.Story.Withdrawals);
    }

    /// <summary>Ethereum with another end. The L2 stays as it was.</summary>
    /// <param name="withdrawals">What the L2 sent.</param>
    /// <param name="forks">The forks.</param>
    public EthereumChain Rewrite(IReadOnlyList<Flight> withdrawals, IReadOnlyList<Fork> forks)
    {
        var side = new EthereumSide(this, forks);
        List<Flight> sent = [.. withdrawals.Select(flight => flight.AtItsBeginning())];
        for (var height = 1L; height <= lastBlock; height++)
        {
            side.Play(height, [.. sent.Skip(side.Heard).TakeWhile(flight => flight.Sent < height)]);
        }
        return side.Chain;
    }

    /// <summary>The L2 with another end. Ethereum stays as it was.</summary>
    /// <param name="deposits">What Ethereum sent.</param>
    /// <param name="forks">The forks.</param>
    public EthereumChain RewriteL2(IReadOnlyList<Flight> deposits, IReadOnlyList<Fork> forks)
    {
        var side = new L2Side(this, forks);
        List<Flight> sent = [.. deposits.Select(flight => flight.AtItsBeginning())];
        for (var height = 1L; height <= lastBlock; height++)
        {
            side.Play(height, sent);
        }
        return side.Chain;
    }

    private ulong Time(long height) => StoryDates.Ethereum.At(height, size.EthereumBlocks);

    private static ulong Salt(ulong seed, IReadOnlyList<Fork> forks, long height) =>
        forks.Where(fork => fork.Height < height).Aggregate(seed, (sum, fork) => Prng.Mix(sum, fork.Salt));

    /// <summary>A chain that is being built.</summary>
    private abstract class Side(ulong seed, ulong start, IReadOnlyList<Fork> forks)
    {
        private readonly List<EthereumBlock> _blocks = [new(0, new byte[32], start, seed, [], [])];

        public EthereumChain Chain => new(_blocks, Records);

        protected EthereumRecords Records { get; } = new();

        protected void Seal(EthereumRun run) =>
            _blocks.Add(
                new(run.Height, _blocks[^1].Hash, run.Time, Salt(seed, forks, run.Height), run.Transactions, run.Logs)
            );
    }

    private sealed class EthereumSide : Side
    {
        private readonly EthereumBuilder _world;
        private readonly VaultContract _vault = new();
        private readonly GovernorStory _governors;
        private readonly EthereumStory _story;
        private readonly L1BridgeUsers _users;
        private readonly BlockPlan<EthereumAction> _plan;
        private readonly BlockPlan<GovernorAction> _votes;
        private readonly BlockPlan<BridgeAction> _crossings;

        public EthereumSide(EthereumBuilder world, IReadOnlyList<Fork> forks)
            : base(world.Seed, world.Time(0), forks)
        {
            _world = world;
            var people = Cast.Of(world.Seed, world.Size.Accounts);
            Bridge = new(_vault);
            _governors = new(world.Seed, world.Size, people, Records);
            _story = new(
                world.Seed,
                people,
                _vault,
                new("khala", Addresses.KhalaClaimer, world.Khala, Bridge),
                new("phala", Addresses.PhalaClaimer, world.Phala, Bridge)
            );
            _users = new(people, _vault, Bridge);
            _plan = EthereumScript.Write(world.Seed, world.Size, world.LastBlock);
            _votes = GovernorScript.Write(world.Seed, world.Size, world.LastBlock);
            _crossings = BridgeScript.Ethereum(world.Seed, world.LastBlock);
            foreach (var fork in forks)
            {
                _plan.Apply(fork);
                _votes.Apply(fork);
                _crossings.Apply(fork);
            }
        }

        public L1Bridge Bridge { get; }

        /// <summary>How many withdrawals it knows.</summary>
        public int Heard { get; private set; }

        public void Play(long height, IReadOnlyList<Flight> withdrawals)
        {
            Heard += withdrawals.Count;
            Bridge.Hear(withdrawals);
            var run = new EthereumRun(Records, height, _world.Time(height));
            _governors.Turn(run);
            foreach (var (kind, identity) in _plan.At(height))
            {
                _story.Play(run, kind, identity);
            }
            foreach (var (kind, identity) in _crossings.At(height))
            {
                _users.Play(run, kind, identity);
            }
            foreach (var (kind, identity) in _votes.At(height))
            {
                _governors.Play(run, kind, identity);
            }
            Records.Vault.Set(0, height, _vault.Book(run.Time));
            Seal(run);
        }
    }

    private sealed class L2Side : Side
    {
        private readonly EthereumBuilder _world;
        private readonly BlockPlan<BridgeAction> _plan;

        public L2Side(EthereumBuilder world, IReadOnlyList<Fork> forks)
            : base(Prng.Mix(world.Seed, "l2"), world.Time(0) + L2Delay, forks)
        {
            _world = world;
            Story = new(world.Seed, Cast.Of(world.Seed, world.Size.Accounts));
            _plan = BridgeScript.L2(world.Seed, world.LastBlock);
            foreach (var fork in forks)
            {
                _plan.Apply(fork);
            }
        }

        public L2Story Story { get; }

        public void Play(long height, IReadOnlyList<Flight> deposits)
        {
            var run = new EthereumRun(Records, height, _world.Time(height) + L2Delay);
            Story.Relay(run, deposits);
            foreach (var (kind, identity) in _plan.At(height))
            {
                Story.Play(run, kind, identity);
            }
            Seal(run);
        }
    }

    private ulong Seed => seed;

    private WorldSize Size => size;

    private int LastBlock => lastBlock;

    private IReadOnlyList<SnapshotEntry> Khala => khala;

    private IReadOnlyList<SnapshotEntry> Phala => phala;
}
