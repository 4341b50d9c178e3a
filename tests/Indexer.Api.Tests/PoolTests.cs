using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

public sealed class PoolTests(SampleIndex index)
{
    [Fact]
    public async Task A_pool_is_its_facts_and_its_state()
    {
        var pool = (
            await index.AskAsync(
                """
                { pool(network: "phala", id: "1") {
                  network poolId kind collectionId address createdHeight createdTime fromHeight totalValue totalShares sharePrice
                  commission capacity whitelistEnabled workerCount rewardsToOwner rewardsToStakers
                  owner { address } whitelist { nodes { address } } workers(where: { isRemoved: { eq: false } }) { nodes { publicKey session stake } }
                  vaultTerms { unlockPeriod } rewards { nodes { kind amount stated address account { address } } }
                } }
                """
            )
        ).GetProperty("pool");

        Assert.Equal(
            $$$"""
            {"network":"phala","poolId":"1","kind":"STAKE_POOL","collectionId":101,
            "address":"{{{Ss58.Encode(People.PoolAccount)}}}","createdHeight":10,"createdTime":"2025-01-01T00:02:00.000Z",
            "fromHeight":13,"totalValue":"1107","totalShares":"1100","sharePrice":"1.006363636363636363",
            "commission":"0.1","capacity":null,"whitelistEnabled":true,"workerCount":1,"rewardsToOwner":"1",
            "rewardsToStakers":"10",
            "owner":{"address":"{{{Ss58.Encode(People.Owner)}}}"},"whitelist":{"nodes":[{"address":"{{{Ss58.Encode(
                People.Ann
            )}}}"}]},
            "workers":{"nodes":[{"publicKey":"{{{People.Unseen}}}","session":"{{{Ss58.Encode(
                People.PoolAccount
            )}}}","stake":"700"}]},
            "vaultTerms":null,"rewards":{"nodes":[
            {"kind":"STAKERS","amount":"10","stated":true,"address":null,"account":null},
            {"kind":"OWNER","amount":"1","stated":true,"address":"{{{Ss58.Encode(
                People.Owner
            )}}}","account":{"address":"{{{Ss58.Encode(People.Owner)}}}"}}]}}
            """.ReplaceLineEndings(
                ""
            ),
            JsonSerializer.Serialize(pool)
        );
    }

    [Fact]
    public async Task The_PHA_vault_has_terms_and_unlock_requests()
    {
        var data = await index.AskAsync(
            """
            query ($id: String!) { pool(network: "ethereum", id: $id) {
              kind owner { address } unlockingValue vaultTerms { unlockPeriod treasuryRatio rewardRate }
              unlockRequests { nodes { address assets } }
            } }
            """,
            new { id = Story.VaultId }
        );
        Assert.Equal(
            $$$"""{"kind":"ERC4626","owner":null,"unlockingValue":"20","vaultTerms":{"unlockPeriod":1814400,"treasuryRatio":"0.2","rewardRate":null},"unlockRequests":{"nodes":[{"address":"{{{EvmAddress.Format(People.AnnReceiver)}}}","assets":"20"}]}}""",
            JsonSerializer.Serialize(data.GetProperty("pool"))
        );
    }

    [Theory]
    [InlineData("height: 10", "0", 0)]
    [InlineData("height: 11", "1500", 2)]
    [InlineData("height: 12", "1510", 2)]
    [InlineData("height: 13", "1107", 2)]
    [InlineData("timestamp: \"2025-01-01T00:02:23.999Z\"", "1500", 2)]
    [InlineData("timestamp: \"2025-01-01T00:02:24Z\"", "1510", 2)]
    [InlineData("timestamp: \"2025-01-01T02:02:36+02:00\"", "1107", 2)]
    [InlineData("finalized: true", "1510", 2)]
    [InlineData("finalized: false", "1107", 2)]
    public async Task State_can_be_read_as_of_a_point_in_time(string point, string totalValue, int positions)
    {
        var data = await index.AskAsync(
            $$"""{ pool(network: "phala", id: "1", asOf: { {{point}} }) { totalValue positions { totalCount } } }"""
        );
        Assert.Equal(totalValue, data.GetProperty("pool").Text("totalValue"));
        Assert.Equal(positions, data.GetProperty("pool").GetProperty("positions").Count());
    }

    [Theory]
    [InlineData("height: 9")]
    [InlineData("timestamp: \"2024-12-31T00:00:00Z\"")]
    public async Task Before_its_creation_a_pool_does_not_exist(string point)
    {
        var data = await index.AskAsync(
            $$"""
            { pool(network: "phala", id: "1", asOf: { {{point}} }) { totalValue }
              pools(asOf: { {{point}} }) { totalCount } positions(asOf: { {{point}} }) { totalCount } }
            """
        );
        Assert.Equal(JsonValueKind.Null, data.GetProperty("pool").ValueKind);
        Assert.Equal(0, data.GetProperty("pools").Count());
        Assert.Equal(0, data.GetProperty("positions").Count());
    }

    [Fact]
    public async Task A_position_as_of_a_height_is_valued_by_the_pool_of_that_height()
    {
        var data = await index.AskAsync(
            """
            { positions(asOf: { height: 12 }, where: { network: { eq: "phala" }, poolId: { eq: "1" } }, orderBy: [{ field: SHARES, direction: DESC }]) {
              nodes { shares value earned pool { totalValue } account { address } holder { stakedValue } } } }
            """
        );
        var positions = data.GetProperty("positions");
        Assert.Equal(["1000", "500"], positions.Texts("shares"));
        Assert.Equal(["1006.666666666666666666", "503.333333333333333333"], positions.Texts("value"));
        Assert.Equal(["6.666666666666666666", "3.333333333333333333"], positions.Texts("earned"));
        Assert.Equal(
            ["1006.666666666666666666", "803.333333333333333333"],
            positions
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetProperty("holder").Text("stakedValue"))
        );
    }
}
