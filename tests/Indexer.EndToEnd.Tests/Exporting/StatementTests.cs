using System.Globalization;
using System.Numerics;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Exports;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests.Exporting;

/// <summary>Statements of holders against the books of the simulated world, to the last unit.</summary>
public sealed class StatementTests
{
    public static TheoryData<ulong> Seeds => [1, 2];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_statement_of_every_holder_closes_with_what_the_books_say(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var (truth, dust) = (new TrueValues(index.World), await DustAsync(index));
        var claims = 0;
        foreach (var addresses in await HoldersAsync(index))
        {
            var statement = await Exported.OfHolderAsync(index, ExportKind.Stake, addresses.First());
            Assert.Equal(BigInteger.Zero, statement.Opening);
            if (truth.Knows(addresses))
            {
                Assert.Equal(truth.Before(addresses, End(statement)), statement.Closing);
            }

            AssertStatement(index.World, addresses, statement, dust);
            claims += statement.Entries.Count(row => row["entry"] == "CLAIMED_SHARES");
        }

        Assert.Equal(index.World.Ethereum.Books.Claims.Count(claim => claim.Staked > 0), claims);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_statement_opens_where_the_one_before_closes(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var (truth, dust) = (new TrueValues(index.World), await DustAsync(index));
        var (khala, phala) = (index.World.Khala, index.World.Phala);
        var claims = index.World.Ethereum.Books.Claims;
        var random = new Random((int)seed);
        DateTimeOffset[] cuts =
        [
            TrueValues.Time(khala, khala.LastBlock / 2),
            TrueValues.Time(khala, khala.LastBlock),
            TrueValues.Time(khala, khala.LastBlock).AddTicks(10),
            TrueValues.Time(phala, phala.LastBlock).AddTicks(10),
            TrueValues.Time(index.World.Ethereum, claims[0].Height),
            TrueValues.Time(index.World.Ethereum, claims[^1].Height).AddTicks(10),
            TrueValues.Time(index.World.Ethereum, random.NextInt64(1, index.World.Ethereum.LastBlock)),
            TrueValues.Time(index.World.PhalaL2, random.NextInt64(1, index.World.PhalaL2.LastBlock)),
        ];
        foreach (var addresses in (await HoldersAsync(index)).Where(addresses => addresses.Count > 1).Take(5))
        {
            var all = await Exported.OfHolderAsync(index, ExportKind.Stake, addresses.First());
            foreach (var cut in cuts)
            {
                var late = await Exported.OfHolderAsync(index, ExportKind.Stake, addresses.First(), from: cut);
                late.AssertCloses();
                AssertRounds(late, dust);
                Assert.Equal(truth.Before(addresses, cut), late.Opening);
                Assert.Equal(all.Closing, late.Closing);
                Assert.All(late.Entries, row => Assert.True(Time(row) >= cut));
            }
        }
    }

    /// <summary>That a statement closes to the last unit, rounds no more than it may, and has the deposits, withdrawals and claims of the books.</summary>
    internal static void AssertStatement(
        World world,
        SortedSet<string> addresses,
        Exported statement,
        IReadOnlyDictionary<string, BigInteger> dust
    )
    {
        statement.AssertCloses();
        AssertRounds(statement, dust);
        AssertEntries(world, addresses, statement);
    }

    /// <summary>Deposits, withdrawals and claims are those of the books.</summary>
    private static void AssertEntries(World world, SortedSet<string> addresses, Exported statement)
    {
        var ethereum = world.Ethereum.Books;
        Assert.Equal(Moved(StakeMoveKind.Contribution), statement.Sum(kind => kind == "CONTRIBUTION"));
        Assert.Equal(-Moved(StakeMoveKind.Withdrawal), statement.Sum(kind => kind == "WITHDRAWAL"));
        Assert.Equal(Assets(VaultMoveKind.Deposit, move => move.To), statement.Sum(kind => kind == "DEPOSIT"));
        Assert.Equal(
            -Assets(VaultMoveKind.UnlockClaimed, move => move.From),
            statement.Sum(kind => kind == "UNLOCK_CLAIMED")
        );
        var claims = ethereum.Claims.Where(claim => addresses.Contains(claim.Account.Hex));
        Assert.Equal(-Sum(claims.Select(claim => claim.Free)), statement.Sum(kind => kind == "CLAIMED_FREE"));

        BigInteger Moved(StakeMoveKind kind) =>
            TrueValues.Pico
            * Sum(
                new[] { world.Khala, world.Phala }
                    .SelectMany(chain => chain.Books.Moves)
                    .Where(move => move.Kind == kind && addresses.Contains(move.Account.Hex))
                    .Select(move => move.Amount)
            );
        BigInteger Assets(VaultMoveKind kind, Func<VaultMove, EvmAddress> of) =>
            Sum(
                ethereum
                    .Moves.Where(move => move.Kind == kind && addresses.Contains(of(move).Hex))
                    .Select(move => move.Assets)
            );
    }

    /// <summary>
    /// The chain rounds shares and values down to 12 decimals with every move of anybody in a pool, and what it removes as dust from one
    /// position is worth to the others of the pool: what is left to name so is that, and never a difference of money.
    /// </summary>
    internal static void AssertRounds(Exported statement, IReadOnlyDictionary<string, BigInteger> dust)
    {
        foreach (var row in statement.Entries)
        {
            Assert.True(
                !row["entry"].StartsWith("DIFFERENCE_", StringComparison.Ordinal)
                    || row["entry"] == "DIFFERENCE_ROUNDING"
            );
            if (row["entry"] is "ROUNDING" or "DIFFERENCE_ROUNDING")
            {
                var most = (3_000 * TrueValues.Pico) + dust.GetValueOrDefault($"{row["network"]} {row["pool_id"]}");
                Assert.True(
                    BigInteger.Abs(Exported.Units(row["amount"])) <= most,
                    $"{string.Join(' ', row.Values)} is more than {most}"
                );
            }
        }
    }

    /// <summary>
    /// Twice the shares that were removed as dust, or withdrawn while they were too few to be paid for, by network and pool: shares are worth less than
    /// two PHA here.
    /// </summary>
    internal static async Task<IReadOnlyDictionary<string, BigInteger>> DustAsync(SimulatedIndex index)
    {
        var lines = await index.LinesAsync(
            "select network || ' ' || pool_id || ' ' || sum(-2 * shares) from stake_event where kind = 'DUST_REMOVED' or kind = 'WITHDRAWAL' and amount = 0 group by network, pool_id"
        );
        return lines
            .Select(line => line.Split(' '))
            .ToDictionary(
                parts => $"{parts[0]} {parts[1]}",
                parts => BigInteger.Parse(parts[2], CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );
    }

    /// <summary>The addresses of all holders of the index, the first of each its main one.</summary>
    private static async Task<IReadOnlyList<SortedSet<string>>> HoldersAsync(SimulatedIndex index)
    {
        var lines = await index.LinesAsync(
            "select string_agg('0x' || encode(address, 'hex'), ',') from holder_account group by holder order by holder"
        );
        return [.. lines.Select(line => new SortedSet<string>(line.Split(','), StringComparer.Ordinal))];
    }

    internal static DateTimeOffset End(Exported statement) => Time(statement.Rows[^1]);

    private static DateTimeOffset Time(Dictionary<string, string> row) =>
        DateTimeOffset.Parse(row["time"], System.Globalization.CultureInfo.InvariantCulture);

    private static BigInteger Sum(IEnumerable<UInt128> values) =>
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
}
