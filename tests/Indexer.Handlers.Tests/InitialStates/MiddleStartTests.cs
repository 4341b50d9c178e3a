using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Simulator;

namespace Indexer.Handlers.Tests.InitialStates;

/// <summary>
/// Simulated Khalas of the first version that start in the middle, with a state from the chain's own books: after every block they are what
/// the same chain is that was indexed from its first block, which <see cref="MiningSeedTests"/> compares with the books.
/// MINING_SEEDS names a range for a long run.
/// </summary>
public sealed class MiddleStartTests : IDisposable
{
    private const int Parts = 5;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("initial-state-");

    public static TheoryData<ulong> Seeds => MiningSeedTests.Seeds;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_chain_that_starts_with_a_state_goes_on_as_if_all_had_been_indexed(ulong seed)
    {
        var chain = World.Create(seed, WorldSize.Miners).Khala;
        var whole = await MemoryIndex.ReadAsync(chain);
        whole.IndexFrom(0);
        var (opened, worth) = (0, 0);
        for (var part = 1; part < Parts; part++)
        {
            var start = (chain.LastBlock * part / Parts) + 1;
            var file = InitialStateFile.Open(await StateOfBooks.WriteAsync(chain, start - 1, folder.FullName));
            var later = whole.Anew();
            later.IndexFrom(file);
            var at = $"seed {seed}, from block {start}, spec {chain.SpecVersionAt(start)}";
            for (var height = start; height <= chain.LastBlock; height++)
            {
                Compare(whole, later, height, at);
            }

            CompareBooks(chain.Books, later, at);
            CompareOpening(chain.BooksAt(start - 1), later, start, at);
            CompareRows(whole, later, start, at);
            opened += later.Rows<StakeEvent>().Count(row => row.Kind == StakeEventKind.Initial);
            worth += chain.BooksAt(start - 1).MiningStakes.Count(stake => stake.Shares > 0 && stake.Debt > 0);

            var before = later.Everything();
            var fork = start + (long)(seed * 7919 % (ulong)(chain.LastBlock - start));
            later.RevertTo(fork);
            later.IndexFrom(fork + 1);
            before.SymmetricExceptWith(later.Everything());
            Assert.True(before.Count == 0, $"{at}: a revert to {fork} changed\n{string.Join('\n', before.Take(20))}");

            var again = whole.Anew();
            again.IndexFrom(file);
            Assert.True(again.Everything().SetEquals(later.Everything()), at);
        }

        Assert.True(
            opened > 10 && worth > 5,
            $"seed {seed}: {opened} opening entries, {worth} with rewards before them"
        );
    }

    private static void Compare(MemoryIndex whole, MemoryIndex later, long height, string at)
    {
        Same(Pools(whole, height), Pools(later, height));
        Same(Positions(whole, height), Positions(later, height));
        Same(Workers(whole, height), Workers(later, height));
        Same(Listed(whole, height), Listed(later, height));

        void Same(IEnumerable<string> expected, IEnumerable<string> actual) =>
            AssertSame($"{at}, block {height}", expected, actual);
    }

    private static void AssertSame(string at, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, found) = (expected.ToList(), actual.ToList());
        Assert.True(
            wanted.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal)),
            $"{at}: from the first block\n{string.Join('\n', wanted.Except(found))}\nbut from the state\n{string.Join('\n', found.Except(wanted))}"
        );
    }

    private static IEnumerable<string> Listed(MemoryIndex index, long height) =>
        index.StateAt<WhitelistEntry>(height).Select(entry => $"{entry.PoolId} {entry.Account}");

    /// <summary>Everything of a pool but what it earned before.</summary>
    private static IEnumerable<string> Pools(MemoryIndex index, long height) =>
        index
            .StateAt<PoolState>(height)
            .Select(pool =>
                $"{pool.PoolId} {pool.Owner} {pool.TotalValue} {pool.TotalShares} {pool.WithdrawingShares} {pool.FreeValue} {pool.Commission ?? 0} "
                + $"{pool.Capacity} {pool.OwnerReward} {pool.WorkerCount} {pool.WhitelistEnabled} {pool.RewardAccumulator} {pool.RewardIndex}"
            );

    /// <summary>Positions with what waits for them, less what the accumulator gives: the chain does not settle a position that is queued, the index does.</summary>
    private static IEnumerable<string> Positions(MemoryIndex index, long height) =>
        index
            .StateAt<Position>(height)
            .Where(stake => !stake.Shares.IsZero || stake.AvailableReward != stake.RewardDebt)
            .Select(stake =>
                $"{stake.PoolId} {stake.Account} {stake.Shares} {stake.WithdrawingShares} {stake.AvailableReward - stake.RewardDebt}"
            );

    private static IEnumerable<string> Workers(MemoryIndex index, long height) =>
        index
            .StateAt<Worker>(height)
            .Select(worker =>
                $"{worker.PoolId} {worker.PublicKey} {worker.Session} {worker.State} {worker.Stake} {worker.CoolingDownSince} {worker.IsRemoved}"
            );

    /// <summary>What waits for each delegator, and who has what, as the chain says at its end.</summary>
    private static void CompareBooks(ParachainBooks books, MemoryIndex index, string at)
    {
        var height = books.Height;
        var pools = index.StateAt<PoolState>(height).ToDictionary(pool => pool.PoolId);
        var positions = index.StateAt<Position>(height).ToDictionary(stake => (stake.PoolId, $"{stake.Account}"));
        var accumulators = books.MiningPools.ToDictionary(pool => pool.Pid, pool => pool.Accumulator);
        foreach (var stake in books.MiningStakes)
        {
            var position = positions[($"{stake.Pid}", stake.Account.Hex)];
            var pending =
                position.AvailableReward
                + RewardAccumulator.Earned(position.Shares, pools[position.PoolId].RewardAccumulator!.Value)
                - position.RewardDebt;
            Assert.Equal(
                (at, Pico(stake.Shares), Pico(stake.QueuedShares), Pico(stake.Pending(accumulators[stake.Pid]))),
                (at, position.Shares.Units, position.WithdrawingShares.Units, pending.Units)
            );
        }
    }

    /// <summary>The opening entries are the pools: their shares, their value to the last unit, each at the cost of its value.</summary>
    private static void CompareOpening(ParachainBooks books, MemoryIndex index, long start, string at)
    {
        var opening = index.Rows<StakeEvent>().Where(row => row.Kind == StakeEventKind.Initial).ToList();
        Assert.All(opening, row => Assert.Equal((start, -1), (row.Height, row.Index)));
        Assert.Equal(opening.Count, opening.Select(row => row.Ordinal).Distinct().Count());
        foreach (var pool in books.MiningPools)
        {
            var mine = opening.Where(row => row.PoolId == $"{pool.Pid}").ToList();
            Assert.Equal(
                (at, Pico(pool.TotalStake), Pico(pool.TotalShares)),
                (at, Sum(mine.Select(row => row.Value)), Sum(mine.Select(row => row.Shares)))
            );
            foreach (var row in mine)
            {
                var value =
                    pool.TotalShares == 0
                        ? 0
                        : row.Shares.ToBigInteger() * Pico(pool.TotalStake) / Pico(pool.TotalShares);
                Assert.Equal((at, value), (at, row.Cost.ToBigInteger()));
                Assert.InRange(row.Value.Units - row.Cost.Units, 0, 1);
            }
        }
    }

    /// <summary>The ledger after the opening is the same, but for the costs of shares, which were not known.</summary>
    private static void CompareRows(MemoryIndex whole, MemoryIndex later, long start, string at)
    {
        AssertSame(
            at,
            whole.Rows<StakeEvent>().Where(row => row.Height >= start).Select(Line),
            later.Rows<StakeEvent>().Where(row => row.Kind != StakeEventKind.Initial).Select(Line)
        );
        AssertSame(
            at,
            whole.Rows<Reward>().Where(row => row.Height >= start).Select(row => $"{row}"),
            later.Rows<Reward>().Select(row => $"{row}")
        );
    }

    private static string Line(StakeEvent row) => $"{row with { Cost = Pha.Zero, Transaction = null }}";

    private static Int128 Sum(IEnumerable<Pha> amounts) =>
        amounts.Aggregate(Pha.Zero, (sum, amount) => sum + amount).Units;

    private static Int128 Pico(UInt128 units) => (Int128)units * 1_000_000;
}
