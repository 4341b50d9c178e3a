using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;

namespace Indexer.Api.Tests;

public sealed class VoteTests(GovernanceIndex index)
{
    private static readonly string Ann = Ss58.Encode(People.Ann);
    private static readonly string Receiver = EvmAddress.Format(People.AnnReceiver);

    public static TheoryData<string> AddressesOfAnn =>
        [Ann, Ss58.Encode(People.Ann, 42), Receiver, EvmAddress.Format(People.AnnL2Receiver)];

    [Theory]
    [MemberData(nameof(AddressesOfAnn))]
    public async Task A_person_has_one_list_of_votes_by_any_address(string address)
    {
        var data = await index.AskAsync(
            """
            query ($address: Address!) { holder(address: $address) { votes { totalCount nodes {
              network proposalId voter kind choice weight delegatedWeight counts isUnlocked castHeight proposal { system } } } } }
            """,
            new { address }
        );
        Assert.Equal(
            [
                $"phala-l2 {GovernanceStory.Governor} {Receiver} DIRECT AYE 70+0 True False 295 GOVERNOR",
                $"khala referendum/5 {Ann} WRAPPED AYE 3+0 True False 7 REFERENDUM",
                $"khala referendum/5 {Ann} DIRECT NAY 140+20 True True 6 REFERENDUM",
            ],
            data.GetProperty("holder")
                .GetProperty("votes")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(row =>
                    $"{row.Text("network")} {row.Text("proposalId")} {row.Text("voter")} {row.Text("kind")} {row.Text("choice")} {row.Text("weight")}+{row.Text("delegatedWeight")} {row.GetProperty("counts")} {row.GetProperty("isUnlocked")} {row.GetProperty("castHeight")} {row.GetProperty("proposal").Text("system")}"
                )
        );
    }

    [Fact]
    public async Task An_account_has_only_its_own_and_an_aggregate_is_shown()
    {
        var data = await index.AskAsync(
            """
            query ($ann: Address!, $pallet: Address!) {
              account(address: $ann) { votes { totalCount } }
              pallet: account(address: $pallet) { votes { nodes { kind counts weight } } participation { proposals voted } }
              counted: votes(where: { proposalId: { eq: "referendum/5" }, counts: { eq: true } }) { totalCount aggregate { sum { ayes nays } } }
              all: votes { totalCount nodes { castTime } }
              then: votes(asOf: { height: 5 }, where: { network: { eq: "khala" } }) { totalCount }
            }
            """,
            new { ann = Ann, pallet = Ss58.Encode(People.PoolAccount) }
        );
        Assert.Equal(2, data.GetProperty("account").GetProperty("votes").Count());
        Assert.Equal(
            """{"votes":{"nodes":[{"kind":"AGGREGATE","counts":false,"weight":"3"}]},"participation":{"proposals":3,"voted":0}}""",
            JsonSerializer.Serialize(data.GetProperty("pallet"))
        );
        Assert.Equal(3, data.GetProperty("counted").Count());
        Assert.Equal(
            """{"ayes":"13","nays":"140"}""",
            JsonSerializer.Serialize(data.GetProperty("counted").GetProperty("aggregate").GetProperty("sum"))
        );
        Assert.Equal(8, data.GetProperty("all").Count());
        var times = data.GetProperty("all").Texts("castTime").ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.Equal(3, data.GetProperty("then").Count());
    }

    [Fact]
    public async Task Votes_that_were_replaced_and_removed_stay_in_the_history()
    {
        var data = await index.AskAsync(
            """
            query ($ann: Address!) {
              proposal(network: "khala", id: "referendum/5") { voteEvents(first: 100) { nodes { height action kind choice } } }
              holder(address: $ann) { voteEvents(where: { system: { eq: REFERENDUM }, kind: { eq: DIRECT } }) { nodes { height action choice weight } } }
              account(address: $ann) { votes(where: { kind: { eq: DIRECT } }) { nodes { events { nodes { height action } } } } }
            }
            """,
            new { ann = Ann }
        );
        Assert.Equal(
            [
                "5 CAST DIRECT AYE",
                "5 CAST DIRECT NAY",
                "6 REPLACED DIRECT NAY",
                "7 CAST AGGREGATE SPLIT",
                "7 CAST WRAPPED AYE",
                "8 DELEGATION_CHANGED DIRECT NAY",
                "9 DELEGATION_CHANGED DIRECT NAY",
                "9 DELEGATION_CHANGED DIRECT NAY",
                "10 REMOVED DIRECT NAY",
                "7200 CAST DIRECT AYE",
                "7212 UNLOCKED DIRECT NAY",
            ],
            Shown(data.GetProperty("proposal").GetProperty("voteEvents"), "height", "action", "kind", "choice")
        );
        Assert.Equal(
            ["5 CAST AYE 100", "6 REPLACED NAY 120", "9 DELEGATION_CHANGED NAY 140", "7212 UNLOCKED NAY 140"],
            Shown(data.GetProperty("holder").GetProperty("voteEvents"), "height", "action", "choice", "weight")
        );
        var vote = Assert.Single(
            data.GetProperty("account").GetProperty("votes").GetProperty("nodes").EnumerateArray()
        );
        Assert.Equal(
            ["5 CAST", "6 REPLACED", "9 DELEGATION_CHANGED", "7212 UNLOCKED"],
            Shown(vote.GetProperty("events"), "height", "action")
        );
    }

    [Fact]
    public async Task Delegations_are_intervals_seen_from_both_sides()
    {
        const string Fields = "{ nodes { delegator delegate balance fromHeight fromTime toHeight toTime } }";
        var data = await index.AskAsync(
            $$"""
            query ($owner: Address!, $bob: Address!, $ann: Address!) {
              account(address: $owner) { delegations {{Fields}} delegators { totalCount } }
              bob: holder(address: $bob) { delegators {{Fields}} }
              ann: holder(address: $ann) { delegators {{Fields}} delegations { totalCount } }
              voteDelegations {{Fields}}
              inForce: voteDelegations(where: { toHeight: { isNull: true } }) { totalCount }
              then: voteDelegations(where: { fromTime: { lte: "2025-01-01T12:00:00Z" }, or: [{ toTime: { isNull: true } }, { toTime: { gt: "2025-01-01T12:00:00Z" } }] }) {{Fields}}
            }
            """,
            new
            {
                owner = Ss58.Encode(People.Owner),
                bob = Ss58.Encode(People.Bob),
                ann = Ann,
            }
        );
        var toBob = Interval(People.Bob, 8, "00:01:36", 9, "2025-01-01T00:01:48");
        var toAnn = Interval(People.Ann, 9, "00:01:48", 7211, "2025-01-02T00:02:12");
        Assert.Equal([toBob, toAnn], Rows(data.GetProperty("account").GetProperty("delegations")));
        Assert.Equal([toBob], Rows(data.GetProperty("bob").GetProperty("delegators")));
        Assert.Equal([toAnn], Rows(data.GetProperty("ann").GetProperty("delegators")));
        Assert.Equal([toBob, toAnn], Rows(data.GetProperty("voteDelegations")));
        Assert.Equal([toAnn], Rows(data.GetProperty("then")));
        Assert.Equal(0, data.GetProperty("inForce").Count());
        Assert.Equal(0, data.GetProperty("account").GetProperty("delegators").Count());
        Assert.Equal(0, data.GetProperty("ann").GetProperty("delegations").Count());

        static string Interval(AccountId to, long from, string fromTime, long until, string toTime) =>
            $$"""{"delegator":"{{Ss58.Encode(People.Owner)}}","delegate":"{{Ss58.Encode(to)}}","balance":"20","fromHeight":{{from}},"fromTime":"2025-01-01T{{fromTime}}.000Z","toHeight":{{until}},"toTime":"{{toTime}}.000Z"}""";

        static IEnumerable<string> Rows(JsonElement list) =>
            list.GetProperty("nodes").EnumerateArray().Select(row => JsonSerializer.Serialize(row));
    }

    /// <summary>Decided are referendum 5, the Governor's first and Snapshot's first proposal; referendum 4 ended at the
    /// very beginning, before the index met Ann.</summary>
    [Theory]
    [InlineData("", 3, 2, "0.666666666666666666")]
    [InlineData("(from: \"2024-12-31T00:00:00Z\")", 4, 2, "0.5")]
    [InlineData("(from: \"2025-01-01T00:00:00Z\")", 4, 2, "0.5")]
    [InlineData("(from: \"2025-01-01T01:00:00.001Z\")", 2, 1, "0.5")]
    [InlineData("(to: \"2025-01-01T01:00:00Z\")", 1, 1, "1")]
    [InlineData("(systems: [SNAPSHOT])", 1, 0, "0")]
    [InlineData("(systems: [GOVERNOR, REFERENDUM])", 2, 2, "1")]
    [InlineData("(systems: [TIP])", 0, 0, null)]
    public async Task Participation_is_what_was_voted_on_of_what_was_decided(
        string arguments,
        int proposals,
        int voted,
        string? rate
    )
    {
        var data = await index.AskAsync(
            $$"""query ($ann: Address!) { holder(address: $ann) { participation{{arguments}} { fromTime proposals voted rate } } }""",
            new { ann = Ann }
        );
        var participation = data.GetProperty("holder").GetProperty("participation");
        Assert.Equal(
            (proposals, voted, rate),
            (
                participation.GetProperty("proposals").GetInt32(),
                participation.GetProperty("voted").GetInt32(),
                participation.Text("rate")
            )
        );
        if (!arguments.Contains("from", StringComparison.Ordinal))
        {
            Assert.Equal(GovernanceStory.TimeOf(1), participation.GetProperty("fromTime").GetDateTimeOffset());
        }
    }

    [Fact]
    public async Task Participation_of_an_account_leaves_out_the_others_and_follows_the_point_in_time()
    {
        var data = await index.AskAsync(
            """
            query ($ann: Address!, $receiver: Address!) {
              account(address: $ann) { participation { proposals voted } }
              receiver: account(address: $receiver) { participation { fromTime proposals voted } }
              then: holder(address: $ann, asOf: { height: 7209 }) { participation { proposals voted } }
            }
            """,
            new { ann = Ann, receiver = Receiver }
        );
        Assert.Equal(
            """{"participation":{"proposals":3,"voted":1}}""",
            JsonSerializer.Serialize(data.GetProperty("account"))
        );
        Assert.Equal(
            """{"participation":{"fromTime":"2025-01-01T00:20:12.000Z","proposals":3,"voted":1}}""",
            JsonSerializer.Serialize(data.GetProperty("receiver"))
        );
        Assert.Equal(
            """{"participation":{"proposals":2,"voted":1}}""",
            JsonSerializer.Serialize(data.GetProperty("then"))
        );
    }

    private static IEnumerable<string> Shown(JsonElement list, params string[] fields) =>
        list.GetProperty("nodes")
            .EnumerateArray()
            .Select(row => string.Join(' ', fields.Select(field => $"{row.GetProperty(field)}")));
}
