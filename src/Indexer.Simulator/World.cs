using Indexer.Simulator.Scale;
using Indexer.Simulator.Snapshot;

namespace Indexer.Simulator;

/// <summary>
/// A small deterministic Phala: two parachains, Ethereum, Phala's L2 and a Snapshot space. The same seed and size give the same blocks and hashes.
/// Each is played when it is first asked for, with those that it follows from.
/// A reorganisation of a parachain does not rewrite the claims on Ethereum: those follow the snapshots of the first story.
/// </summary>
public sealed class World
{
    private readonly Lazy<SimulatedParachain> _khala;
    private readonly Lazy<SimulatedParachain> _phala;
    private readonly Lazy<SimulatedEthereum> _ethereum;
    private readonly Lazy<SimulatedSpace> _space;

    private World(ulong seed, WorldSize size)
    {
        (Seed, Size) = (seed, size);
        var people = Cast.Of(seed, size.Accounts);
        _khala = new(() =>
            new(
                seed,
                size,
                new(
                    "khala",
                    size.KhalaBlocks,
                    size.KhalaPrelude,
                    StoryDates.Khala,
                    KhalaRuntimes(size),
                    [.. people.Where(person => person.OnKhala)]
                )
                {
                    Mines = size.KhalaMines,
                }
            )
        );
        _phala = new(() =>
            new(
                seed,
                size,
                new(
                    "phala",
                    size.PhalaBlocks,
                    size.PhalaPrelude,
                    StoryDates.Phala,
                    PhalaRuntimes(size),
                    [.. people.Where(person => person.OnPhala)]
                )
            )
        );
        _ethereum = new(() => new(seed, size, Khala.Snapshot, Phala.Snapshot));
        _space = new(() =>
            new(
                seed,
                [.. people.Where(person => person.Claims).Select(person => person.L1Receiver).Distinct()],
                size.EthereumBlocks * 3 / 10,
                size.EthereumBlocks,
                () => (long)Ethereum.TimeAt(Ethereum.Head) / 1000
            )
        );
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The size.</summary>
    public WorldSize Size { get; }

    /// <summary>Khala, spec 1241, after a prelude of specs 1 and 1080 if there is one.</summary>
    public SimulatedParachain Khala => _khala.Value;

    /// <summary>Phala, spec 1250 and then 1254, after a prelude of spec 1167 if there is one.</summary>
    public SimulatedParachain Phala => _phala.Value;

    /// <summary>Ethereum, chain id 1.</summary>
    public SimulatedEthereum Ethereum => _ethereum.Value;

    /// <summary>Phala's L2, chain id 2035.</summary>
    public SimulatedL2 PhalaL2 => Ethereum.L2;

    /// <summary>The Snapshot space, in which claimants of the parachains vote; its clock follows Ethereum's head.</summary>
    public SimulatedSpace Space => _space.Value;

    /// <summary>All chains: khala, phala, ethereum, phala-l2.</summary>
    public IReadOnlyList<SimulatedNetwork> Networks => [Khala, Phala, Ethereum, PhalaL2];

    /// <summary>The holders that the claims up to Ethereum's head make of the accounts, by their first account.</summary>
    public IReadOnlyList<TrueHolder> Holders => HolderMap.Of(Khala.Snapshot, Phala.Snapshot, Ethereum.Books.Claims);

    private static List<(long, Runtime)> KhalaRuntimes(WorldSize size)
    {
        if (size.KhalaMines)
        {
            var era = size.KhalaBlocks / 4;
            return
            [
                (0, Runtimes.KhalaMining1080(size.Governance)),
                (era, Runtimes.KhalaMining(1120, size.Governance, MiningTables.StakePool1090, MiningTables.Mining1090)),
                (
                    2 * era,
                    Runtimes.KhalaMining(1150, size.Governance, MiningTables.StakePool1150, MiningTables.Mining1131)
                ),
                (
                    3 * era,
                    Runtimes.KhalaMining(1190, size.Governance, MiningTables.StakePool1183, MiningTables.Mining1170)
                ),
            ];
        }
        List<(long, Runtime)> runtimes = [(size.KhalaPrelude, Runtimes.Khala1241(size.Governance))];
        return size.KhalaPrelude == 0
            ? runtimes
            :
            [
                (0, Runtimes.Khala1(size.Governance)),
                (size.KhalaPrelude / 3, Runtimes.Khala1080(size.Governance)),
                .. runtimes,
            ];
    }

    private static List<(long, Runtime)> PhalaRuntimes(WorldSize size)
    {
        var later = Runtimes.Phala1250(size.Governance);
        var upgrade = (size.PhalaBlocks + size.PhalaPrelude) / 2;
        List<(long, Runtime)> runtimes = [(size.PhalaPrelude, later), (upgrade, Runtimes.Phala1254(size.Governance))];
        return size.PhalaPrelude == 0 ? runtimes : [(0, Runtimes.Phala1167(size.Governance)), .. runtimes];
    }

    /// <summary>Makes a world.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="size">How big.</param>
    public static World Create(ulong seed, WorldSize size) => new(seed, size);
}
