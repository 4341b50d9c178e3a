using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Indexer.Api;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.GraphQL;
using Indexer.GraphQL.Execution;
using Indexer.Simulator;
using Microsoft.Extensions.Logging.Abstractions;
using Org.BouncyCastle.Crypto.Digests;

namespace Indexer.EndToEnd.Tests;

/// <summary>The activity of the people of the simulated world, against the books of its chains.</summary>
public sealed class ActivityTests
{
    public static TheoryData<ulong> Seeds => new(IndexedWorlds.Seeds);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_movement_of_the_vault_and_every_claim_is_one_entry_of_those_it_concerns(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var books = index.World.Ethereum.Books;
        var compared = 0;
        foreach (var holder in index.World.Holders.Where(holder => holder.Receivers.Count > 0))
        {
            var mine = holder.Receivers.ToHashSet();
            var expected = books
                .Moves.Where(move => !IsOfClaim(move, books) && !IsNothing(move))
                .Where(move => Concerned(move).Any(mine.Contains))
                .Select(move => $"{move.Height} {move.LogIndex} {KindOf(move)}")
                .Concat(
                    books
                        .Claims.Where(claim => holder.Accounts.Contains(claim.Account))
                        .Select(claim => $"{claim.Height} {claim.LogIndex} CLAIM")
                )
                .Order(StringComparer.Ordinal)
                .ToList();
            var entries = await ActivityAsync(index, holder.Receivers[0].Hex);
            Assert.Equal(
                expected,
                entries
                    .Where(entry =>
                        entry.Text("network") == "ethereum" && entry.Text("kind") is not ("VOTE" or "BRIDGE")
                    )
                    .Select(entry => $"{entry.GetProperty("height")} {entry.GetProperty("index")} {entry.Text("kind")}")
                    .Order(StringComparer.Ordinal)
            );
            compared += expected.Count;
        }

        Assert.True(compared > 50, $"Only {compared} entries were compared.");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_stake_event_and_vote_of_a_parachain_is_one_entry(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var rows = (
            await index.LinesAsync(
                """
                select concat_ws(' ', '0x' || encode(account, 'hex'), network, height, index, ordinal, '0x' || encode(transaction, 'hex'))
                from stake_event where network in ('khala', 'phala')
                union all
                select concat_ws(' ', '0x' || encode(voter, 'hex'), network, height, index, ordinal, '0x' || encode(transaction, 'hex'))
                from vote_event where network in ('khala', 'phala') and action in ('CAST', 'REPLACED', 'REMOVED', 'UNLOCKED')
                """
            )
        ).ToLookup(line => line[..line.IndexOf(' ', StringComparison.Ordinal)], StringComparer.Ordinal);
        var accounts = rows.OrderByDescending(account => account.Count()).Take(12).ToList();
        Assert.Equal(12, accounts.Count);
        foreach (var account in accounts)
        {
            var entries = await ActivityAsync(index, account.Key, root: "account");
            Assert.Equal(
                account.Order(StringComparer.Ordinal),
                entries
                    .Where(entry => entry.Text("network") is "khala" or "phala")
                    .Select(entry =>
                        string.Join(
                            ' ',
                            new[] { account.Key }.Concat(
                                new[] { "network", "height", "index", "ordinal", "transaction" }
                                    .Select(name => entry.GetProperty(name))
                                    .Where(value => value.ValueKind != JsonValueKind.Null)
                                    .Select(value => value.ToString())
                            )
                        )
                    )
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task The_transaction_of_a_parachain_is_the_hash_of_its_extrinsic()
    {
        var index = await IndexedWorlds.OfAsync(1);
        foreach (var network in new[] { "khala", "phala" })
        {
            var rows = await index.LinesAsync(
                $"""
                select concat_ws(' ', height, extrinsic, '0x' || encode(transaction, 'hex')) from (
                  select height, extrinsic, transaction from stake_event where network = '{network}' and extrinsic is not null
                  union select height, extrinsic, transaction from vote_event where network = '{network}' and extrinsic is not null) r
                """
            );
            Assert.NotEmpty(rows);
            foreach (var row in rows.Select(row => row.Split(' ')).Take(40))
            {
                var block = await RpcAsync(index, network, "chain_getBlock", await HashAsync(index, network, row[0]));
                var extrinsic = block
                    .GetProperty("block")
                    .GetProperty("extrinsics")[int.Parse(row[1], CultureInfo.InvariantCulture)]
                    .GetString()!;
                Assert.Equal(Blake2b256(Convert.FromHexString(extrinsic[2..])), row[2]);
            }
        }

        Assert.Equal(
            ["0"],
            await index.LinesAsync("select count(transaction)::text from reward where network <> 'ethereum'")
        );
    }

    private static bool IsOfClaim(VaultMove move, EthereumBooks books) =>
        move.Kind == VaultMoveKind.Transfer
        && books.Claims.Any(claim => claim.TransactionHash == move.TransactionHash && claim.Staked == move.Shares);

    /// <summary>Moves of nothing, or of an account to itself, change nothing and are in no ledger.</summary>
    private static bool IsNothing(VaultMove move) =>
        move.Kind == VaultMoveKind.Transfer
            ? move.From == move.To || move.Shares == 0 || IsBridged(move)
            : move.Assets == 0;

    /// <summary>A move into the bridge or out of it is a transfer of the bridge, which stands at the bridge's own log.</summary>
    private static bool IsBridged(VaultMove move) =>
        move.From == SimulatedEthereum.L1Bridge || move.To == SimulatedEthereum.L1Bridge;

    /// <summary>A deposit is its owner's, whoever paid; who will be paid by a redemption has nothing of it until then.</summary>
    private static EvmAddress[] Concerned(VaultMove move) =>
        move.Kind switch
        {
            VaultMoveKind.Deposit => [move.To],
            VaultMoveKind.UnlockRequested => [move.From],
            _ => [move.From, move.To],
        };

    private static string KindOf(VaultMove move) =>
        move.Kind switch
        {
            VaultMoveKind.Deposit => "STAKE",
            VaultMoveKind.Transfer => "TRANSFER",
            _ => "UNSTAKE",
        };

    private static async Task<IReadOnlyList<JsonElement>> ActivityAsync(
        SimulatedIndex index,
        string address,
        string root = "holder"
    )
    {
        await using var engine = new GraphQLEngine(
            ProductSchema.Create(),
            index.DataSource,
            new GraphQLOptions { Timeout = TimeSpan.FromMinutes(1) },
            TimeProvider.System,
            NullLogger<GraphQLEngine>.Instance
        );
        var entries = new List<JsonElement>();
        JsonElement page;
        string? after = null;
        do
        {
            var request = new GraphQLRequest(
                $$"""
                query ($address: Address!, $after: String) { {{root}}(address: $address) { activity(first: 150, after: $after) {
                  nodes { kind network height index ordinal transaction } pageInfo { hasNextPage endCursor } } } }
                """,
                Variables: JsonSerializer.SerializeToElement(new { address, after })
            );
            var operation = engine.Prepare(request, out var errors);
            Assert.Empty(errors);
            using var output = new MemoryStream();
            await engine.ExecuteAsync(operation!, output, TestContext.Current.CancellationToken);
            var answer = JsonElement.Parse(Encoding.UTF8.GetString(output.ToArray()));
            Assert.False(answer.TryGetProperty("errors", out var failed), failed.ToString());
            page = answer.GetProperty("data").GetProperty(root).GetProperty("activity");
            entries.AddRange(page.GetProperty("nodes").EnumerateArray());
            after = page.GetProperty("pageInfo").Text("endCursor");
        } while (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());

        return entries;
    }

    private static async Task<string> HashAsync(SimulatedIndex index, string network, string height) =>
        (
            await RpcAsync(index, network, "chain_getBlockHash", long.Parse(height, CultureInfo.InvariantCulture))
        ).GetString()!;

    private static async Task<JsonElement> RpcAsync(
        SimulatedIndex index,
        string network,
        string method,
        object parameter
    )
    {
        using var client = new HttpClient();
        var url = new Uri($"http{index.Network(network).Endpoints[0].Name["ws".Length..]}/{network}");
        using var answer = await client.PostAsJsonAsync(
            url,
            new
            {
                jsonrpc = "2.0",
                id = 1,
                method,
                @params = new[] { parameter },
            },
            TestContext.Current.CancellationToken
        );
        return JsonElement
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .GetProperty("result");
    }

    private static string Blake2b256(byte[] data)
    {
        var digest = new Blake2bDigest(256);
        digest.BlockUpdate(data, 0, data.Length);
        var hash = new byte[32];
        digest.DoFinal(hash, 0);
        return "0x" + Convert.ToHexStringLower(hash);
    }
}

file static class Reading
{
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
