using System.Numerics;
using Indexer.Domain;
using Indexer.TestKit;
using Npgsql;

namespace Indexer.Storage.Tests;

/// <summary>What shares are worth is told in C# and in SQL; both are compared with the rule in whole numbers.</summary>
public sealed class ShareValueTests
{
    private const int Cases = 2_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Code_and_database_agree_to_the_last_unit(int seed)
    {
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateAsync();
        var (values, totals) = (Amounts(random), Amounts(random));
        totals[0] = totals[1] = 0;
        BigInteger[] shares = [.. totals.Select(total => random.Next(8) == 0 ? total : PartOf(total, random))];
        BigInteger[][] columns = [shares, values, totals];
        var expected = Enumerable.Range(0, Cases).Select(i => Rule(shares[i], values[i], totals[i])).ToList();

        Assert.Equal(
            expected,
            Enumerable
                .Range(0, Cases)
                .Select(i => Pool(values[i], totals[i]).ValueOf(Pha.FromBigInteger(shares[i])).ToBigInteger())
        );
        Assert.Equal(
            expected,
            await ReadAsync(database.DataSource, ShareSql.Value("shares", "value", "total"), columns)
        );
        Assert.Equal(
            Enumerable.Range(0, Cases).Select(i => Rule(BigInteger.Pow(10, 18), values[i], totals[i])),
            await ReadAsync(database.DataSource, ShareSql.Price("value", "total"), columns)
        );
    }

    [Fact]
    public async Task Nothing_has_a_price_before_the_first_share()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var command = database.DataSource.CreateCommand(
            $"select {ShareSql.Value("0", "5", "0")} is null and {ShareSql.Price("5", "0")} is null"
        );

        Assert.Equal(true, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Pha.Zero, Pool(5, 0).ValueOf(Pha.FromBigInteger(1)));
    }

    /// <summary>The greatest number of units that is not above the exact quotient, found by its definition rather than by division.</summary>
    private static BigInteger Rule(BigInteger shares, BigInteger value, BigInteger total)
    {
        if (total.IsZero)
        {
            return 0;
        }

        var (product, worth) = (shares * value, BigInteger.Zero);
        for (var bit = BigInteger.One << (int)product.GetBitLength(); !bit.IsZero; bit >>= 1)
        {
            worth += (worth + bit) * total <= product ? bit : 0;
        }

        return worth;
    }

    /// <summary>Amounts of every size up to the supply, dust and round ones among them.</summary>
    private static BigInteger[] Amounts(Random random) =>
        [
            .. Enumerable
                .Range(0, Cases)
                .Select(_ => random.Next(28))
                .Select(digits => BigInteger.Pow(10, digits))
                .Select(size => random.Next(4) == 0 ? size : 1 + PartOf(size, random)),
        ];

    private static BigInteger PartOf(BigInteger whole, Random random) => whole * random.NextInt64() / long.MaxValue;

    private static PoolState Pool(BigInteger value, BigInteger shares) =>
        new()
        {
            PoolId = "0",
            TotalValue = Pha.FromBigInteger(value),
            TotalShares = Pha.FromBigInteger(shares),
        };

    private static async Task<List<BigInteger>> ReadAsync(
        NpgsqlDataSource dataSource,
        string sql,
        BigInteger[][] columns
    )
    {
        await using var command = dataSource.CreateCommand(
            $"select coalesce({sql}, 0) from unnest($1, $2, $3) with ordinality as cases (shares, value, total, n) order by n"
        );
        foreach (var column in columns)
        {
            command.Parameters.Add(new NpgsqlParameter<BigInteger[]> { TypedValue = column });
        }

        var read = new List<BigInteger>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            read.Add(await reader.GetFieldValueAsync<BigInteger>(0, TestContext.Current.CancellationToken));
        }

        return read;
    }
}
