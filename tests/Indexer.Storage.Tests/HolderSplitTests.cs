using Indexer.Domain;
using Indexer.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Indexer.Storage.Tests;

/// <summary>
/// Random accounts, links and reverts on three networks at once, after each of which the holders are compared with a union-find over
/// the rows that are left.
/// </summary>
public sealed class HolderSplitTests
{
    private const int Steps = 120;

    private static readonly AccountId[] Substrate =
    [
        .. Enumerable.Range(1, 8).Select(seed => new AccountId([.. Enumerable.Repeat((byte)(17 * seed), 32)])),
    ];

    private static readonly AccountId[] Evm =
    [
        .. Enumerable.Range(1, 8).Select(seed => new AccountId([.. Enumerable.Repeat((byte)(11 * seed), 20)])),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Holders_are_the_components_of_what_is_left(int seed)
    {
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateAsync();
        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(database.DataSource).Options
        );
        await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        var writer = new LedgerWriter(database.DataSource, context, account => account.ToString());
        Books[] networks = [new("khala", writer), new("ethereum", writer), new("other", writer)];
        var (merged, split) = (0, 0);
        for (var step = 0; step < Steps; step++)
        {
            var before = Model(networks);
            var books = networks[random.Next(networks.Length)];
            if (books.Height > 1 && random.Next(4) == 0)
            {
                await books.RevertAsync(context, books.Height - random.Next(1, Math.Min(6, (int)books.Height)));
            }
            else
            {
                await books.AppendAsync([
                    .. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Something(books, random)),
                ]);
            }

            var expected = Model(networks);
            merged += expected.Values.Distinct().Count() < before.Values.Distinct().Count() ? 1 : 0;
            split += expected.Any(now => before.Any(then => then.Key == now.Key && then.Value.Id != now.Value.Id))
                ? 1
                : 0;
            Assert.Equal(Lines(expected), await IndexedAsync(database.DataSource));
        }

        Assert.True(merged > 5 && split > 5, $"{merged} steps merged holders and {split} changed one.");
    }

    private static LedgerRow Something(Books books, Random random) =>
        books.Network == "khala"
            ? new StakeEvent { Account = Substrate[random.Next(Substrate.Length)], Kind = StakeEventKind.Wrapped }
            : new AccountLink
            {
                User = Substrate[random.Next(Substrate.Length)].ClaimUser(),
                Account = Evm[random.Next(Evm.Length)],
                Kind = AccountLinkKind.PhalaClaim,
                NotMerged = random.Next(3) == 0 ? NotMergedReason.Contract : null,
            };

    /// <summary>The holder of each address, by union-find.</summary>
    private static Dictionary<AccountId, (AccountId Main, string Id)> Model(IReadOnlyList<Books> networks)
    {
        var rows = networks.SelectMany(books => books.Rows).ToList();
        var links = rows.Where(row => row.Row is AccountLink { NotMerged: null })
            .OrderBy(row => (row.Time, row.Network, row.Height, row.Index))
            .Select(row => (AccountLink)row.Row)
            .ToList();
        var addresses = rows.Select(row => row.Row is AccountLink link ? link.Account : ((StakeEvent)row.Row).Account)
            .Distinct()
            .ToList();
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            parents[Root(Hex(link.User!))] = Root(Hex(link.Account.ToArray()));
        }

        var first = links
            .GroupBy(link => Root(Hex(link.User!)), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Hex(group.First().User!), StringComparer.Ordinal);
        return addresses
            .GroupBy(address => Root(Hex(address.ClaimUser())), StringComparer.Ordinal)
            .SelectMany(group =>
            {
                var claimant = first.GetValueOrDefault(group.Key);
                var main = group
                    .OrderBy(address => Hex(address.ClaimUser()) == claimant ? 0 : 1)
                    .ThenBy(address => address.IsSubstrate ? 0 : 1)
                    .ThenBy(address => address)
                    .First();
                return group.Select(address => (address, (main, claimant ?? Hex(main.ClaimUser()))));
            })
            .ToDictionary();

        string Root(string of)
        {
            while (parents.TryGetValue(of, out var parent) && parent != of)
            {
                of = parent;
            }

            return of;
        }
    }

    private static IEnumerable<string> Lines(Dictionary<AccountId, (AccountId Main, string Id)> holders) =>
        holders.Select(entry => $"{entry.Key} {entry.Value.Main} 0x{entry.Value.Id}").Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> IndexedAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select concat_ws(' ', '0x' || encode(address, 'hex'), '0x' || encode(holder, 'hex'), '0x' || encode(holder_id, 'hex')) from holder_account"
        );
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(reader.GetString(0));
        }

        return lines.Order(StringComparer.Ordinal);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>A network: its rows, and how they get into the database and out of it.</summary>
    private sealed class Books(string network, LedgerWriter writer)
    {
        private NetworkLedger ledger = new(network);
        private Cursor? cursor;

        public string Network => network;

        public long Height => cursor?.Height ?? 0;

        public List<(DateTimeOffset Time, string Network, long Height, int Index, LedgerRow Row)> Rows { get; } = [];

        public async Task AppendAsync(IReadOnlyList<LedgerRow> rows)
        {
            var height = Height + 1;
            var header = new BlockHeader(
                height,
                HashOf(height),
                HashOf(height - 1),
                DateTimeOffset.UnixEpoch.AddSeconds(height / 2),
                SpecVersion: 1
            );
            foreach (var (index, row) in rows.Index())
            {
                ledger.Apply(row, new EventPlace(header, index, Transaction: null, Extrinsic: null));
                Rows.Add((header.Time, network, height, index, row));
            }

            ledger.EndBlock(height);
            var block = new Block
            {
                Network = network,
                Height = height,
                Hash = header.Hash,
                ParentHash = header.ParentHash,
                Time = header.Time,
                Events = rows.Count,
            };
            var after = new Cursor
            {
                Network = network,
                Height = height,
                Hash = header.Hash,
                Time = header.Time,
                Events = (cursor?.Events ?? 0) + rows.Count,
                Entries = (cursor?.Entries ?? 0) + rows.Count,
                FinalizedHeight = 0,
            };
            await writer.CommitAsync(
                new CommitBatch(cursor, after, height, [block], ledger),
                held: null,
                TestContext.Current.CancellationToken
            );
            ledger.Committed();
            cursor = after;
        }

        public async Task RevertAsync(IndexerDbContext context, long fork)
        {
            cursor = await writer.RevertAsync(
                cursor!,
                new BlockRef(fork, HashOf(fork)),
                held: null,
                TestContext.Current.CancellationToken
            );
            ledger = await context.LoadLedgerAsync(network, TestContext.Current.CancellationToken);
            Rows.RemoveAll(row => row.Height > fork);
        }

        private static byte[] HashOf(long height) => [.. BitConverter.GetBytes(height), .. new byte[24]];
    }
}
