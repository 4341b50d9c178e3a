using Indexer.Addresses;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

public sealed class ListTests(SampleIndex index)
{
    private static readonly string[] Kinds =
    [
        "CONTRIBUTION",
        "CONTRIBUTION",
        "CONTRIBUTION",
        "WITHDRAWAL",
        "DEPOSIT",
        "UNLOCK_REQUESTED",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public async Task Pages_of_any_size_give_the_whole_list_once_in_both_directions(int size)
    {
        Assert.Equal(Kinds, await ReadAsync("first", "after", "hasNextPage", "endCursor", size));
        var backward = await ReadAsync("last", "before", "hasPreviousPage", "startCursor", size);
        Assert.Equal(Kinds, backward.Chunk(size).Reverse().SelectMany(page => page));
    }

    [Theory]
    [InlineData("", 6)]
    [InlineData("kind: { eq: CONTRIBUTION }", 3)]
    [InlineData("kind: { in: [DEPOSIT, WITHDRAWAL] }", 2)]
    [InlineData("network: { neq: \"phala\" }", 2)]
    [InlineData("amount: { gte: \"403\" }", 3)]
    [InlineData("amount: { gt: \"403\" }", 2)]
    [InlineData("shares: { lt: 0 }", 2)]
    [InlineData("time: { gte: \"2025-01-01T00:20:12Z\" }", 2)]
    [InlineData("counterparty: { isNull: false }", 1)]
    [InlineData("pool: { kind: { eq: VAULT } }", 1)]
    [InlineData("or: [{ poolId: { eq: \"2\" } }, { not: { network: { eq: \"phala\" } } }]", 3)]
    [InlineData("holder: { accounts: { some: { kind: { eq: EVM } } } }", 4)]
    [InlineData("account: { networks: { none: { network: { eq: \"ethereum\" } } } }", 4)]
    public async Task Filters_keep_the_rows_that_match_and_are_counted(string filter, int count)
    {
        var data = await index.AskAsync($$"""{ stakeEvents(where: { {{filter}} }) { totalCount nodes { id } } }""");
        Assert.Equal(count, data.GetProperty("stakeEvents").Count());
        Assert.Equal(count, data.GetProperty("stakeEvents").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task Addresses_in_filters_may_be_of_any_form()
    {
        foreach (var address in new[] { Ss58.Encode(People.Bob, 42), People.Bob.ToString() })
        {
            var data = await index.AskAsync(
                """
                query ($address: Address!) {
                  stakeEvents(where: { address: { eq: $address } }) { totalCount }
                  positions(where: { account: { address: { in: [$address] } } }) { totalCount }
                }
                """,
                new { address }
            );
            Assert.Equal(2, data.GetProperty("stakeEvents").Count());
            Assert.Equal(2, data.GetProperty("positions").Count());
        }
    }

    [Fact]
    public async Task Orders_go_both_ways_and_are_closed_by_the_key()
    {
        var data = await index.AskAsync(
            """
            {
              up: stakeEvents(orderBy: [{ field: AMOUNT }]) { nodes { amount } }
              down: stakeEvents(orderBy: [{ field: AMOUNT, direction: DESC }]) { nodes { amount } }
              pools(orderBy: [{ field: TOTAL_VALUE, direction: DESC }]) { nodes { network poolId totalValue } }
            }
            """
        );
        string[] amounts = ["20", "70", "300", "403", "500", "1000"];
        Assert.Equal(amounts, data.GetProperty("up").Texts("amount"));
        Assert.Equal(amounts.Reverse(), data.GetProperty("down").Texts("amount"));
        Assert.Equal(["1107", "300", "50"], data.GetProperty("pools").Texts("totalValue"));
    }

    [Fact]
    public async Task Accounts_are_listed_once_each_and_by_network()
    {
        var data = await index.AskAsync(
            """
            { accounts(first: 100) { totalCount nodes { address } } phala: accounts(network: "phala") { totalCount } }
            """
        );
        // Phala: owner, Ann, Bob, two pool accounts. Ethereum: three receivers, the claimer, the vault.
        Assert.Equal(10, data.GetProperty("accounts").Count());
        Assert.Equal(5, data.GetProperty("phala").Count());
        Assert.Contains(EvmAddress.Format(People.Claimer), data.GetProperty("accounts").Texts("address"));
    }

    [Fact]
    public async Task Rewards_and_claims_are_oldest_first()
    {
        var data = await index.AskAsync(
            "{ rewards { nodes { kind amount totalShares } } claims { nodes { free account { address } } } }"
        );
        Assert.Equal(["STAKERS", "OWNER"], data.GetProperty("rewards").Texts("kind"));
        Assert.Equal(["1500", "0"], data.GetProperty("rewards").Texts("totalShares"));
        Assert.Equal(["7", "3"], data.GetProperty("claims").Texts("free"));
    }

    private async Task<List<string?>> ReadAsync(string size, string from, string more, string next, int count)
    {
        var read = new List<string?>();
        string? cursor = null;
        for (var page = 0; page <= Kinds.Length; page++)
        {
            var data = await index.AskAsync(
                $$"""
                query ($n: Int, $cursor: String) { stakeEvents({{size}}: $n, {{from}}: $cursor) {
                  totalCount nodes { kind } pageInfo { {{more}} {{next}} } } }
                """,
                new { n = count, cursor }
            );
            var list = data.GetProperty("stakeEvents");
            Assert.Equal(Kinds.Length, list.Count());
            read.AddRange(list.Texts("kind"));
            cursor = list.GetProperty("pageInfo").Text(next);
            if (!list.GetProperty("pageInfo").GetProperty(more).GetBoolean())
            {
                return read;
            }
        }

        throw new InvalidOperationException("The pages do not end.");
    }
}
