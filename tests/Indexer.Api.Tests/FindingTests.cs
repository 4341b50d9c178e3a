using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;

namespace Indexer.Api.Tests;

/// <summary>Things are found however they are written; what cannot be found is refused with what there is.</summary>
public sealed class FindingTests(SampleIndex index)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_pool_and_what_is_in_it_are_found_in_any_case(int spelling)
    {
        var data = await index.AskAsync(
            """
            query ($id: String!, $address: Address!, $owner: Address!) {
              pool(network: "ethereum", id: $id) { poolId }
              account(address: $address) { address }
              pools(where: { address: { eq: $address }, poolId: { in: [$id] } }) { totalCount }
              positions(where: { poolId: { eq: $id } }) { totalCount }
              stakeEvents(where: { pool: { poolId: { eq: $id } }, poolId: { eq: $id } }) { totalCount }
              position(network: "ethereum", pool: $id, address: $owner) { shares pool { poolId } }
            }
            """,
            new
            {
                id = Spelt(AccountText.Parse(Story.VaultId)),
                address = Spelt(People.PhaVault),
                owner = Spelt(People.AnnReceiver),
            }
        );
        Assert.Equal(Story.VaultId, data.GetProperty("pool").Text("poolId"));
        Assert.Equal(EvmAddress.Format(People.PhaVault), data.GetProperty("account").Text("address"));
        Assert.Equal(1, data.GetProperty("pools").Count());
        Assert.Equal(1, data.GetProperty("positions").Count());
        Assert.Equal(2, data.GetProperty("stakeEvents").Count());
        Assert.Equal("50", data.GetProperty("position").Text("shares"));

        string Spelt(AccountId account)
        {
            var digits = Convert.ToHexStringLower(account.Bytes);
            return spelling switch
            {
                0 => $"0x{digits}",
                1 => EvmAddress.Format(account),
                2 => $"0x{digits.ToUpperInvariant()}",
                3 => $"0X{digits.ToUpperInvariant()}",
                // Half of it in capitals, which is no checksum.
                _ => $"0x{digits[..20]}{digits[20..].ToUpperInvariant()}",
            };
        }
    }

    [Fact]
    public async Task Filters_by_a_holder_take_any_of_its_addresses()
    {
        string[] addresses =
        [
            Ss58.Encode(People.Ann),
            Ss58.Encode(People.Ann, 42),
            People.Ann.ToString(),
            EvmAddress.Format(People.AnnReceiver),
            People.AnnL2Receiver.ToString(),
        ];
        foreach (var address in addresses)
        {
            var data = await index.AskAsync(
                """
                query ($address: Address!) {
                  positions(where: { holder: { address: { eq: $address } } }) { totalCount }
                  claims(where: { holder: { address: { in: [$address] } } }) { totalCount }
                  others: claims(where: { holder: { address: { neq: $address } } }) { totalCount }
                  rest: claims(where: { holder: { address: { nin: [$address] } } }) { totalCount }
                  holders(where: { address: { eq: $address } }) { nodes { address accounts { totalCount } } }
                }
                """,
                new { address }
            );
            Assert.Equal(2, data.GetProperty("positions").Count());
            Assert.Equal(1, data.GetProperty("claims").Count());
            Assert.Equal(1, data.GetProperty("others").Count());
            Assert.Equal(1, data.GetProperty("rest").Count());
            Assert.Equal([Ss58.Encode(People.Ann)], data.GetProperty("holders").Texts("address"));
        }
    }

    [Fact]
    public async Task Holders_are_listed_once_each_and_ordered_by_their_stake()
    {
        var data = await index.AskAsync(
            """
            { accounts(first: 100, where: { role: { eq: HOLDER } }) { nodes { holder { address } } }
              holders(first: 100, orderBy: [{ field: STAKED_VALUE, direction: DESC }]) { totalCount nodes { address stakedValue } }
              then: holders(first: 1, asOf: { height: 11 }, orderBy: [{ field: STAKED_VALUE, direction: DESC }]) { nodes { stakedValue } }
              unlockRequests { nodes { address assets requestedTime } } }
            """
        );
        var expected = data.GetProperty("accounts")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(account => account.GetProperty("holder").Text("address"))
            .Distinct()
            .Order(StringComparer.Ordinal);
        var holders = data.GetProperty("holders");
        Assert.Equal(expected, holders.Texts("address").Order(StringComparer.Ordinal));
        Assert.Equal(expected.Count(), holders.Count());
        Assert.Equal(
            "803.181818181818181818 653.818181818181818181",
            string.Join(' ', holders.Texts("stakedValue").Take(2))
        );
        Assert.Equal(["1000"], data.GetProperty("then").Texts("stakedValue"));
        Assert.Equal(["20"], data.GetProperty("unlockRequests").Texts("assets"));
    }

    [Fact]
    public async Task Addresses_are_found_by_how_they_begin()
    {
        var all = await index.AskAsync("{ accounts(first: 100) { nodes { address holder { address } } } }");
        var accounts = all.GetProperty("accounts")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => (Address: node.Text("address")!, Holder: node.GetProperty("holder").Text("address")!))
            .ToList();
        foreach (var (address, _) in accounts)
        {
            foreach (var length in new[] { 1, 3, 4, 7, address.Length })
            {
                var prefix = address[..length];
                var found = accounts
                    .Where(account =>
                        account.Address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                        && (
                            prefix.StartsWith("0x", StringComparison.Ordinal)
                            || account.Address.StartsWith(prefix, StringComparison.Ordinal)
                        )
                    )
                    .ToList();
                foreach (
                    var written in prefix.StartsWith("0x", StringComparison.Ordinal)
                        ? new[] { prefix, "0x" + prefix[2..].ToUpperInvariant() }
                        : [prefix]
                )
                {
                    var data = await index.AskAsync(
                        """
                        query ($prefix: String!) {
                          accounts(first: 100, addressPrefix: $prefix) { nodes { address } }
                          holders(first: 100, addressPrefix: $prefix, roles: [HOLDER, POOL, PALLET, LABELLED]) { nodes { address } } }
                        """,
                        new { prefix = written }
                    );
                    Assert.Equal(
                        found.Select(account => account.Address).Order(StringComparer.Ordinal),
                        data.GetProperty("accounts")
                            .Texts("address")
                            .Where(shown => prefix.Length > 2 || shown!.StartsWith(prefix, StringComparison.Ordinal))
                            .Order(StringComparer.Ordinal)
                    );
                    Assert.Subset(
                        data.GetProperty("holders").Texts("address").ToHashSet(),
                        found.Select(account => (string?)account.Holder).ToHashSet()
                    );
                }
            }
        }

        var byKey = await index.AskAsync(
            "query ($prefix: String!) { accounts(addressPrefix: $prefix) { nodes { address } } }",
            new { prefix = People.Ann.ToString()[..21] }
        );
        Assert.Equal([Ss58.Encode(People.Ann)], byKey.GetProperty("accounts").Texts("address"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0xg1")]
    [InlineData("0x000000000000000000000000000000000000000000000000000000000000000001")]
    public async Task What_no_address_begins_with_is_refused(string prefix)
    {
        var response = await index.SendAsync(
            "query ($prefix: String!) { accounts(addressPrefix: $prefix) { totalCount } }",
            new { prefix }
        );
        Assert.Contains("addressPrefix", response, StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.Input, response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("network(name: \"moonbeam\") { name }")]
    [InlineData("pool(network: \"moonbeam\", id: \"1\") { poolId }")]
    [InlineData("proposal(network: \"moonbeam\", id: \"referendum/1\") { status }")]
    [InlineData(
        "position(network: \"moonbeam\", pool: \"1\", address: \"0x6c5ba91642f10282b576d91922ae6448c9d52f4e\") { shares }"
    )]
    [InlineData("account(network: \"moonbeam\", address: \"0x6c5ba91642f10282b576d91922ae6448c9d52f4e\") { kind }")]
    [InlineData("accounts(network: \"moonbeam\") { totalCount }")]
    [InlineData("pools(where: { network: { eq: \"moonbeam\" } }) { totalCount }")]
    [InlineData("rewards(where: { network: { in: [\"phala\", \"moonbeam\"] } }) { nodes { id } }")]
    [InlineData("votes(where: { or: [{ network: { neq: \"moonbeam\" } }] }) { totalCount }")]
    [InlineData(
        "holders(where: { accounts: { some: { networks: { some: { network: { eq: \"moonbeam\" } } } } } }) { totalCount }"
    )]
    [InlineData("pools(asOf: { height: 12 }, where: { network: { eq: \"moonbeam\" } }) { totalCount }")]
    public async Task An_unknown_network_is_refused_with_those_that_are_known(string field)
    {
        var response = JsonElement.Parse(await index.SendAsync($"{{ fine: pools {{ totalCount }} refused: {field} }}"));
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal("There is no network \"moonbeam\". Known are: ethereum, khala, phala.", error.Text("message"));
        Assert.Equal(ErrorCodes.Input, error.GetProperty("extensions").Text("code"));
        Assert.Equal("[\"refused\"]", error.GetProperty("path").GetRawText());
    }

    [Theory]
    [InlineData(
        "pool(network: \"phala\", id: \"1\", asOf: { height: 14 }) { totalValue }",
        "height 14 is beyond what is indexed: phala up to 13."
    )]
    [InlineData(
        "pools(where: { network: { eq: \"phala\" } }, asOf: { height: 14 }) { totalCount }",
        "height 14 is beyond what is indexed: phala up to 13."
    )]
    [InlineData(
        "pools(where: { network: { in: [\"phala\"] } }, asOf: { height: 14 }) { totalCount }",
        "height 14 is beyond what is indexed: phala up to 13."
    )]
    [InlineData(
        "pools(asOf: { height: 104 }) { totalCount }",
        "height 104 is beyond what is indexed: ethereum up to 103, khala up to nothing, phala up to 13."
    )]
    [InlineData(
        "pool(network: \"khala\", id: \"1\", asOf: { height: 1 }) { totalValue }",
        "height 1 is beyond what is indexed: khala up to nothing."
    )]
    [InlineData(
        "pool(network: \"khala\", id: \"1\", asOf: { timestamp: \"2025-01-01\" }) { totalValue }",
        "2025-01-01T00:00:00Z is beyond what is indexed: khala up to nothing."
    )]
    [InlineData(
        "pool(network: \"phala\", id: \"1\", asOf: { timestamp: \"2025-01-01T00:02:37Z\" }) { totalValue }",
        "2025-01-01T00:02:37Z is beyond what is indexed: phala up to 2025-01-01T00:02:36Z."
    )]
    [InlineData(
        "holder(address: \"0x6c5ba91642f10282b576d91922ae6448c9d52f4e\", asOf: { timestamp: \"2025-01-01T00:20:37Z\" }) { stakedValue }",
        "2025-01-01T00:20:37Z is beyond what is indexed: ethereum up to 2025-01-01T00:20:36Z, phala up to 2025-01-01T00:02:36Z."
    )]
    public async Task A_point_in_time_that_is_not_indexed_is_refused_with_how_far_it_is(string field, string message)
    {
        foreach (var query in new[] { $"{{ {field} }}", $"{{ {field} fine: pools {{ totalCount }} }}" })
        {
            var response = JsonElement.Parse(await index.SendAsync(query));
            var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
            Assert.Equal($"Argument \"asOf\": {message}", error.Text("message"));
            Assert.Equal(ErrorCodes.Input, error.GetProperty("extensions").Text("code"));
        }
    }

    [Theory]
    [InlineData("pools(asOf: { height: 103 }) { totalCount }")]
    [InlineData("pool(network: \"ethereum\", id: \"x\", asOf: { height: 103 }) { totalValue }")]
    [InlineData("pool(network: \"phala\", id: \"1\", asOf: { timestamp: \"2025-01-01T00:02:36Z\" }) { totalValue }")]
    public async Task What_is_indexed_is_not_refused(string field) => await index.AskAsync($"{{ {field} }}");

    [Fact]
    public async Task A_subscription_to_an_unknown_network_is_refused()
    {
        foreach (
            var arguments in new[] { "networks: [\"phala\", \"moonbeam\"]", "where: { network: { eq: \"moonbeam\" } }" }
        )
        {
            var refusal = await Assert.ThrowsAsync<GraphQLRequestException>(() =>
                Streams.ReadAsync(
                    index,
                    $"subscription {{ rewardAdded({arguments}) {{ op }} }}",
                    1,
                    new { after = (string?)null }
                )
            );
            Assert.Equal(
                "There is no network \"moonbeam\". Known are: ethereum, khala, phala.",
                refusal.Errors[0].Message
            );
        }
    }

    [Fact]
    public async Task A_Snapshot_space_has_times_and_no_heights()
    {
        await using var own = new SpaceIndex();
        await own.InitializeAsync();
        var data = await own.AskAsync(
            """
            { network(name: "space") { startHeight lastHeight indexedHeight indexedHash indexedTime
                status { headHeight finalizedHeight indexedHeight lag indexedTime state } } }
            """
        );
        Assert.Equal(
            """{"startHeight":null,"lastHeight":null,"indexedHeight":null,"indexedHash":null,"indexedTime":"2025-01-31T12:00:00.000Z","status":{"headHeight":null,"finalizedHeight":null,"indexedHeight":null,"lag":null,"indexedTime":"2025-01-31T12:00:00.000Z","state":"LIVE"}}""",
            JsonSerializer.Serialize(data.GetProperty("network"))
        );
        var refused = await own.SendAsync(
            """{ proposal(network: "space", id: "snapshot/1", asOf: { height: 1 }) { status } }"""
        );
        Assert.Contains("a Snapshot space has no heights; name a timestamp.", refused, StringComparison.Ordinal);
        // It was asked an hour after its last change, and is known up to then.
        await own.AskAsync(
            """{ proposal(network: "space", id: "snapshot/1", asOf: { timestamp: "2025-01-31T12:59:59Z" }) { status } }"""
        );
        var later = await own.SendAsync(
            """{ proposal(network: "space", id: "snapshot/1", asOf: { timestamp: "2025-01-31T13:00:01Z" }) { status } }"""
        );
        Assert.Contains("space up to 2025-01-31T13:00:00Z", later, StringComparison.Ordinal);
    }

    /// <summary>The sample with a Snapshot space that is followed.</summary>
    private sealed class SpaceIndex : SampleIndex
    {
        private static readonly DateTimeOffset Changed = new(2025, 1, 31, 12, 0, 0, TimeSpan.Zero);

        private protected override async Task TellAsync(IndexerDbContext context, LedgerWriter writer)
        {
            await base.TellAsync(context, writer);
            context.AddRange(
                new Network
                {
                    Name = "space",
                    Kind = NetworkKind.Snapshot,
                    Space = "phala-network.eth",
                    StartBlock = 0,
                },
                new IngestionStatus
                {
                    Network = "space",
                    State = IngestionState.Live,
                    HeadHeight = Changed.ToUnixTimeSeconds(),
                    FinalizedHeight = Changed.ToUnixTimeSeconds(),
                    Since = Changed,
                    UpdatedAt = Changed.AddHours(1),
                },
                new Cursor
                {
                    Network = "space",
                    Height = Changed.ToUnixTimeSeconds(),
                    Hash = Chain.HashOf(1),
                    Time = Changed,
                    Events = 0,
                    Entries = 0,
                    FinalizedHeight = 0,
                }
            );
            await context.SaveChangesAsync();
        }
    }
}
