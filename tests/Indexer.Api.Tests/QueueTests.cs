using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

public sealed class QueueTests(QueueIndex index) : IClassFixture<QueueIndex>
{
    private static string Ann { get; } = Ss58.Encode(People.Ann);

    private static string Bob { get; } = Ss58.Encode(People.Bob);

    /// <summary>The price is 1107 / 1100: 50 and 200 shares, rounded down to 10^-18.</summary>
    [Fact]
    public async Task A_queue_is_read_in_its_order_with_what_may_be_forced_when()
    {
        const string Queue = """
            { withdrawalQueue { nodes { address nftId collectionId shares value mintedTime queuedTime forceableTime shutdownTime } } }
            """;
        var data = await index.AskAsync(
            $$"""
            { pool: pool(network: "phala", id: "1", asOf: { height: 14 }) {{Queue}}
              now: pool(network: "phala", id: "1") { withdrawalQueue { totalCount nodes { nftId } } }
              vault: pool(network: "phala", id: "2") {{Queue}} }
            """
        );
        Assert.Equal(
            $$$$"""
            {"pool":{"withdrawalQueue":{"nodes":[
            {"address":"{{{{Ann}}}}","nftId":4,"collectionId":101,"shares":"50","value":"50.318181818181818181","mintedTime":"2025-01-01T00:04:00.000Z","queuedTime":"2025-01-01T00:00:00.000Z","forceableTime":"2025-01-08T00:00:00.000Z","shutdownTime":null},
            {"address":"{{{{Bob}}}}","nftId":5,"collectionId":101,"shares":"200","value":"201.272727272727272727","mintedTime":"2025-01-01T00:05:00.000Z","queuedTime":"2025-01-02T00:00:00.000Z","forceableTime":"2025-01-09T00:00:00.000Z","shutdownTime":null}]}},
            "now":{"withdrawalQueue":{"totalCount":1,"nodes":[{"nftId":5}]}},
            "vault":{"withdrawalQueue":{"nodes":[
            {"address":"{{{{Bob}}}}","nftId":1,"collectionId":102,"shares":"30","value":"30","mintedTime":"2025-01-01T00:01:00.000Z","queuedTime":"2025-01-01T00:00:00.000Z","forceableTime":"2025-01-08T00:00:00.000Z","shutdownTime":"2025-01-22T00:00:00.000Z"}]}}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(data)
        );
    }

    [Fact]
    public async Task Withdrawals_and_delegations_are_found_by_the_account_whose_shares_they_are()
    {
        var data = await index.AskAsync(
            """
            query ($bob: Address!, $ann: Address!) {
              due: poolNfts(where: { address: { eq: $bob }, isWithdrawal: { eq: true }, forceableTime: { lte: "2025-01-08T00:00:00Z" } }) { nodes { poolId nftId } }
              position(network: "phala", pool: "1", address: $ann) { nfts { nftId isWithdrawal queuedTime forceableTime } } }
            """,
            new { bob = Bob, ann = Ann }
        );
        Assert.Equal(
            """{"due":{"nodes":[{"poolId":"2","nftId":1}]},"position":{"nfts":[{"nftId":3,"isWithdrawal":false,"queuedTime":null,"forceableTime":null}]}}""",
            JsonSerializer.Serialize(data)
        );
    }

    /// <summary>Locked is the greatest of the standing votes, which may be more than there is: delegations count too.</summary>
    [Theory]
    [InlineData("height: 13", null, null)]
    [InlineData("height: 14", "40", "35")]
    [InlineData("height: 15", "15", "25")]
    public async Task Wrapped_PHA_stands_beside_what_votes_lock(string point, string? balance, string? locked)
    {
        var data = await index.AskAsync(
            $"query ($bob: Address!) {{ wrappedBalances(asOf: {{ {point} }}, where: {{ address: {{ eq: $bob }} }}) {{ nodes {{ network balance lockedByVotes }} }} }}",
            new { bob = Bob }
        );
        Assert.Equal(
            balance is null ? "[]" : $$"""[{"network":"phala","balance":"{{balance}}","lockedByVotes":"{{locked}}"}]""",
            JsonSerializer.Serialize(data.GetProperty("wrappedBalances").GetProperty("nodes"))
        );
    }

    [Fact]
    public async Task An_account_has_its_wrapped_PHA()
    {
        var data = await index.AskAsync(
            "query ($bob: Address!) { account(address: $bob) { wrappedBalances { network balance lockedByVotes } } }",
            new { bob = Bob }
        );
        Assert.Equal(
            """[{"network":"phala","balance":"15","lockedByVotes":"25"}]""",
            JsonSerializer.Serialize(data.GetProperty("account").GetProperty("wrappedBalances"))
        );
    }
}
