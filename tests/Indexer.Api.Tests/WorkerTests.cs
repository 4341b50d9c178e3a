using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

public sealed class WorkerTests(SampleIndex index)
{
    [Fact]
    public async Task A_worker_is_its_session_its_registration_and_its_power()
    {
        var data = await index.AskAsync(
            """
            query ($key: Hash!) { worker(network: "phala", publicKey: $key) {
              poolId publicKey state stake isRemoved initialV v initialP instantP shares totalReward confidenceLevel initialScore
              coolingDownStartTime coolingDownEndTime isReclaimable pool { idleWorkerShares }
            } }
            """,
            new { key = People.Unseen.ToString() }
        );

        // V is 4000 and one bit: nothing of its 64 digits is lost.
        Assert.Equal(
            $$$"""
            {"poolId":"1","publicKey":"{{{People.Unseen}}}","state":"IDLE","stake":"700","isRemoved":false,"initialV":"5000",
            "v":"4000.0000000000000000000542101086242752217003726400434970855712890625","initialP":2000,"instantP":1900,
            "shares":"5122.49938994627894919","totalReward":"11","confidenceLevel":4,"initialScore":2100,
            "coolingDownStartTime":null,"coolingDownEndTime":null,"isReclaimable":false,
            "pool":{"idleWorkerShares":"5122.49938994627894919"}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(data.GetProperty("worker"))
        );
    }

    [Theory]
    [InlineData("height: 11", "5000", 0, "0", "5936.328831862332068330")]
    [InlineData(
        "height: 12",
        "4000.0000000000000000000542101086242752217003726400434970855712890625",
        1900,
        "11",
        "5122.49938994627894919"
    )]
    [InlineData("timestamp: \"2025-01-01T00:02:23.999Z\"", "5000", 0, "0", "5936.328831862332068330")]
    [InlineData(
        "finalized: true",
        "4000.0000000000000000000542101086242752217003726400434970855712890625",
        1900,
        "11",
        "5122.49938994627894919"
    )]
    [InlineData(
        "finalized: false",
        "4000.0000000000000000000542101086242752217003726400434970855712890625",
        1900,
        "11",
        "5122.49938994627894919"
    )]
    public async Task Its_session_can_be_read_as_of_a_point_in_time(
        string point,
        string v,
        long instantP,
        string totalReward,
        string shares
    )
    {
        var data = await index.AskAsync(
            $"{{ workers(asOf: {{ {point} }}, where: {{ state: {{ eq: IDLE }} }}) {{ nodes {{ v instantP totalReward shares }} }} }}"
        );
        var worker = Assert.Single(data.GetProperty("workers").GetProperty("nodes").EnumerateArray());
        Assert.Equal(
            (v, instantP, totalReward, shares.TrimEnd('0')),
            (
                worker.GetProperty("v").GetString(),
                worker.GetProperty("instantP").GetInt64(),
                worker.GetProperty("totalReward").GetString(),
                worker.GetProperty("shares").GetString()
            )
        );
    }

    /// <summary>It was stopped with block 11, and cools down for 12 seconds, which is one block.</summary>
    [Theory]
    [InlineData("height: 11", 0)]
    [InlineData("height: 12", 1)]
    [InlineData("timestamp: \"2025-01-01T00:02:23.999Z\"", 0)]
    [InlineData("timestamp: \"2025-01-01T00:02:24Z\"", 1)]
    [InlineData("finalized: false", 1)]
    public async Task Those_that_have_cooled_down_by_then_can_be_found(string point, int count)
    {
        var data = await index.AskAsync(
            $"{{ workers(asOf: {{ {point} }}, where: {{ isReclaimable: {{ eq: true }} }}) {{ totalCount nodes {{ publicKey coolingDownEndTime isRemoved }} }} }}"
        );
        Assert.Equal(count, data.GetProperty("workers").GetProperty("totalCount").GetInt32());
        Assert.All(
            data.GetProperty("workers").GetProperty("nodes").EnumerateArray(),
            worker =>
                Assert.Equal(
                    $$"""{"publicKey":"{{People.Bob}}","coolingDownEndTime":"2025-01-01T00:02:24.000Z","isRemoved":true}""",
                    JsonSerializer.Serialize(worker)
                )
        );
    }

    [Fact]
    public async Task Networks_count_workers_and_say_how_the_budget_is_divided()
    {
        var data = await index.AskAsync(
            """
            { network(name: "phala") {
              workerCounts { ready idle unresponsive coolingDown } blockBudget idleWorkerShares
              tokenomics { blockBudget treasuryRatio coolDownPeriod rho }
              tokenomicsHistory { fromHeight toHeight blockBudget }
              workers(orderBy: [{ field: V, direction: DESC }], first: 1) { totalCount nodes { session } }
            } ethereum: network(name: "ethereum") { blockBudget idleWorkerShares tokenomics { k } } }
            """
        );
        Assert.Equal(
            $$$"""
            {"network":{"workerCounts":{"ready":0,"idle":1,"unresponsive":0,"coolingDown":1},"blockBudget":"100",
            "idleWorkerShares":"5122.49938994627894919",
            "tokenomics":{"blockBudget":"100",
            "treasuryRatio":"0.1999999999999999999891579782751449556599254719913005828857421875","coolDownPeriod":12,"rho":null},
            "tokenomicsHistory":[{"fromHeight":11,"toHeight":null,"blockBudget":"100"}],
            "workers":{"totalCount":2,"nodes":[{"session":"{{{Ss58.Encode(People.PoolAccount)}}}"}]}},
            "ethereum":{"blockBudget":null,"idleWorkerShares":"0","tokenomics":null}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(data)
        );
    }

    /// <summary>The pool has 1,107 PHA and 0.9 of all power; a block gives 80 of 100 PHA to pools every 12 seconds.</summary>
    [Fact]
    public async Task Pools_expect_a_rate_by_their_workers_or_say_why_not()
    {
        var data = await index.AskAsync(
            """
            { network(name: "phala") { averageBlockTime }
              pools(orderBy: [{ field: EXPECTED_APR, direction: DESC }]) { nodes { network poolId aprMultiplier expectedApr expectedAprGap } }
              before: pool(network: "phala", id: "1", asOf: { height: 10 }) { aprMultiplier expectedApr expectedAprGap }
              same: pool(network: "phala", id: "1", asOf: { finalized: false }) { expectedApr } }
            """
        );
        Assert.Equal(
            $$$"""
            {"network":{"averageBlockTime":"12"},"pools":{"nodes":[
            {"network":"phala","poolId":"1","aprMultiplier":"4.164633650362828413","expectedApr":"170926.829268292682929145","expectedAprGap":null},
            {"network":"phala","poolId":"2","aprMultiplier":"0","expectedApr":"0","expectedAprGap":null},
            {"network":"ethereum","poolId":"{{{Story.VaultId}}}","aprMultiplier":null,"expectedApr":null,"expectedAprGap":"NO_BUDGET"}]},
            "before":{"aprMultiplier":null,"expectedApr":null,"expectedAprGap":"NO_BUDGET"},
            "same":{"expectedApr":"170926.829268292682929145"}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(data)
        );
    }
}
