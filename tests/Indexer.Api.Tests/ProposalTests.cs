using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

public sealed class ProposalTests(GovernanceIndex index)
{
    private static readonly string Bob = Ss58.Encode(People.Bob);

    [Fact]
    public async Task A_proposal_is_its_facts_its_state_and_its_text()
    {
        var proposal = await ProposalAsync(
            GovernanceStory.Referendum,
            """
            network proposalId system nativeId space proposer createdHeight createdTime status fromHeight
            ayes nays abstains others turnout voters electorate electorateKind turnoutRatio approval
            statedAyes statedNays statedTurnout endHeight endTime startTime threshold quorum hash
            proposerAccount { address } text { title body callHash call } choices { totalCount }
            """
        );

        // In force at the end: Ann 60 at conviction 2 and 20 delegated, Ann 30 wrapped at 0.1, Bob 10 at conviction 1.
        Assert.Equal(
            $$$"""
            {"network":"khala","proposalId":"referendum/5","system":"REFERENDUM","nativeId":"5","space":null,
            "proposer":"{{{Bob}}}","createdHeight":4,"createdTime":"2025-01-01T00:00:48.000Z","status":"REJECTED","fromHeight":7210,
            "ayes":"13","nays":"140","abstains":"0","others":"0","turnout":"120","voters":3,
            "electorate":"1000","electorateKind":"TOTAL_ISSUANCE","turnoutRatio":"0.12",
            "approval":"0.084967320261437908","statedAyes":"13","statedNays":null,"statedTurnout":"121",
            "endHeight":7210,"endTime":"2025-01-02T00:02:00.000Z","startTime":null,"threshold":null,"quorum":null,
            "hash":null,"proposerAccount":{"address":"{{{Bob}}}"},
            "text":{"title":"Raise the cap","body":"100 % of the *pools* agree.","callHash":"0xca11","call":null},
            "choices":{"totalCount":0}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(proposal)
        );
    }

    [Theory]
    [InlineData("height: 4", "0", "0", "0", 0, "ACTIVE")]
    [InlineData("height: 5", "100", "5", "150", 2, "ACTIVE")]
    [InlineData("height: 6", "0", "125", "110", 2, "ACTIVE")]
    [InlineData("height: 7", "3", "125", "140", 3, "ACTIVE")]
    [InlineData("height: 8", "3", "145", "160", 3, "ACTIVE")]
    [InlineData("height: 9", "3", "145", "160", 3, "ACTIVE")]
    [InlineData("height: 10", "3", "140", "110", 2, "ACTIVE")]
    [InlineData("timestamp: \"2025-01-01T12:00:00Z\"", "3", "140", "110", 2, "ACTIVE")]
    [InlineData("height: 7209", "13", "140", "120", 3, "ACTIVE")]
    [InlineData("height: 7210", "13", "140", "120", 3, "REJECTED")]
    public async Task Its_state_can_be_read_as_of_a_point_in_time(
        string point,
        string ayes,
        string nays,
        string turnout,
        int voters,
        string status
    )
    {
        var data = await index.AskAsync(
            $$"""{ proposal(network: "khala", id: "referendum/5", asOf: { {{point}} }) { ayes nays turnout voters status votes(where: { counts: { eq: true } }) { totalCount } } }"""
        );
        var proposal = data.GetProperty("proposal");
        Assert.Equal(
            (ayes, nays, turnout, status),
            (proposal.Text("ayes"), proposal.Text("nays"), proposal.Text("turnout"), proposal.Text("status"))
        );
        Assert.Equal(voters, proposal.GetProperty("voters").GetInt32());
        Assert.Equal(voters, proposal.GetProperty("votes").Count());
    }

    [Fact]
    public async Task Its_tally_has_a_course_which_charts_take_by_day()
    {
        var tallies = (
            await ProposalAsync(
                GovernanceStory.Referendum,
                """
                tallies(first: 100) {
                  nodes { fromHeight fromTime toHeight ayes nays turnout voters turnoutRatio status }
                  groups(by: [{ field: FROM_TIME, interval: DAY }]) { key { fromTime } count max { ayes turnout voters turnoutRatio } }
                }
                """
            )
        ).GetProperty("tallies");

        // Block 9 moved a delegation: the sums stay, so there is no version of it.
        Assert.Equal(
            [
                "4 0/0 0 of 0, 0",
                "5 100/5 150 of 2, 0.15",
                "6 0/125 110 of 2, 0.11",
                "7 3/125 140 of 3, 0.14",
                "8 3/145 160 of 3, 0.16",
                "10 3/140 110 of 2, 0.11",
                "7200 13/140 120 of 3, 0.12",
                "7210 13/140 120 of 3, 0.12",
            ],
            tallies
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(row =>
                    $"{row.GetProperty("fromHeight")} {row.Text("ayes")}/{row.Text("nays")} {row.Text("turnout")} of {row.GetProperty("voters")}, {row.Text("turnoutRatio")}"
                )
        );
        Assert.Equal("2025-01-01T00:01:00.000Z", tallies.GetProperty("nodes")[1].Text("fromTime"));
        Assert.Equal(
            [
                """{"key":{"fromTime":"2025-01-01T00:00:00.000Z"},"count":6,"max":{"ayes":"100","turnout":"160","voters":3,"turnoutRatio":"0.16"}}""",
                """{"key":{"fromTime":"2025-01-02T00:00:00.000Z"},"count":2,"max":{"ayes":"13","turnout":"120","voters":3,"turnoutRatio":"0.12"}}""",
            ],
            tallies.GetProperty("groups").EnumerateArray().Select(group => JsonSerializer.Serialize(group))
        );
    }

    [Fact]
    public async Task It_has_a_timeline_and_leads_to_others()
    {
        var before = await ProposalAsync(
            "public-proposal/3",
            "status events { nodes { height kind status address amount error } } leadsTo { nodes { kind targetProposalId target { status } } } followsFrom { totalCount }"
        );
        Assert.Equal(
            $$$"""{"status":"TABLED","events":{"nodes":[{"height":2,"kind":"PROPOSED","status":"ACTIVE","address":"{{{Bob}}}","amount":"10","error":null},{"height":4,"kind":"TABLED","status":"TABLED","address":null,"amount":null,"error":null}]},"leadsTo":{"nodes":[{"kind":"BECAME_REFERENDUM","targetProposalId":"referendum/5","target":{"status":"REJECTED"}}]},"followsFrom":{"totalCount":0}}""",
            JsonSerializer.Serialize(before)
        );
        var after = await ProposalAsync(
            GovernanceStory.Referendum,
            "followsFrom { nodes { proposalId proposal { system } } } events { nodes { kind system } }"
        );
        Assert.Equal(
            """{"followsFrom":{"nodes":[{"proposalId":"public-proposal/3","proposal":{"system":"PUBLIC_PROPOSAL"}}]},"events":{"nodes":[{"kind":"STARTED","system":"REFERENDUM"},{"kind":"REJECTED","system":"REFERENDUM"}]}}""",
            JsonSerializer.Serialize(after)
        );
        var motion = await ProposalAsync("council/7", "ayes voters hash events(last: 1) { nodes { error } }");
        Assert.Equal(
            """{"ayes":"1","voters":1,"hash":"0x4d0f","events":{"nodes":[{"error":"Balances.InsufficientBalance"}]}}""",
            JsonSerializer.Serialize(motion)
        );
    }

    [Fact]
    public async Task Choices_that_it_names_itself_have_their_weights()
    {
        var data = await index.AskAsync(
            """
            query ($id: String!) { proposal(network: "phala-l2", id: $id) {
              others approval turnoutRatio choices { nodes { choice label weight statedWeight } } votes { nodes { choice selection nativeId } } } }
            """,
            new { id = GovernanceStory.Snapshot }
        );
        Assert.Equal(
            """{"others":"30","approval":null,"turnoutRatio":"0.075","choices":{"nodes":[{"choice":1,"label":"Burn","weight":"0","statedWeight":null},{"choice":2,"label":"Keep","weight":"30","statedWeight":null}]},"votes":{"nodes":[{"choice":"OTHER","selection":"2","nativeId":"0xb1"}]}}""",
            JsonSerializer.Serialize(data.GetProperty("proposal"))
        );
    }

    [Fact]
    public async Task Differences_from_what_the_chain_states_are_rows()
    {
        var data = await index.AskAsync(
            """
            { reconciliations { nodes { proposalId check source stated found difference reason proposal { system } } }
              unequal: reconciliations(where: { reason: { isNull: false } }) { totalCount }
              proposal(network: "khala", id: "referendum/5") { reconciliations(where: { check: { eq: AYES } }) { nodes { difference reason } } } }
            """
        );
        Assert.Equal(
            [
                """{"proposalId":"referendum/5","check":"AYES","source":"Democracy.ReferendumInfoOf","stated":"13","found":"13","difference":"0","reason":null,"proposal":{"system":"REFERENDUM"}}""",
                """{"proposalId":"referendum/5","check":"TURNOUT","source":"Democracy.ReferendumInfoOf","stated":"121","found":"120","difference":"1","reason":"a vote before the first indexed block","proposal":{"system":"REFERENDUM"}}""",
            ],
            data.GetProperty("reconciliations")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(row => JsonSerializer.Serialize(row))
        );
        Assert.Equal(1, data.GetProperty("unequal").Count());
        Assert.Equal(["0"], data.GetProperty("proposal").GetProperty("reconciliations").Texts("difference"));
    }

    [Theory]
    [InlineData("", 9)]
    [InlineData("network: { eq: \"khala\" }", 5)]
    [InlineData("system: { in: [GOVERNOR, SNAPSHOT] }", 4)]
    [InlineData("status: { eq: ACTIVE }", 2)]
    [InlineData("status: { eq: ACTIVE }, system: { eq: REFERENDUM }", 1)]
    [InlineData("createdTime: { gte: \"2025-01-02T00:00:00Z\" }", 1)]
    [InlineData("endTime: { lte: \"2025-01-01T02:00:00Z\" }", 4)]
    [InlineData("space: { eq: \"phala-network.eth\" }", 2)]
    [InlineData("text: { title: { icontains: \"raise THE\" } }", 1)]
    [InlineData("text: { or: [{ title: { icontains: \"100 %\" } }, { body: { icontains: \"100 %\" } }] }", 1)]
    [InlineData("text: { body: { icontains: \"1%l\" } }", 0)]
    [InlineData("turnoutRatio: { gt: \"0.1\" }", 2)]
    [InlineData("approval: { eq: 1 }", 2)]
    [InlineData("events: { some: { error: { isNull: false } } }", 1)]
    [InlineData("leadsTo: { some: { kind: { eq: BECAME_REFERENDUM } } }", 1)]
    [InlineData("reconciliations: { some: { reason: { isNull: false } } }", 1)]
    public async Task Filters_keep_the_proposals_that_match(string filter, int count)
    {
        var data = await index.AskAsync($$"""{ proposals(where: { {{filter}} }) { totalCount nodes { id } } }""");
        Assert.Equal(count, data.GetProperty("proposals").Count());
        Assert.Equal(count, data.GetProperty("proposals").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task Proposals_are_found_by_those_who_made_them_and_voted_on_them()
    {
        var data = await index.AskAsync(
            """
            query ($bob: Address!, $ann: Address!) {
              made: proposals(where: { proposer: { eq: $bob } }) { nodes { proposalId } }
              voted: proposals(where: { votes: { some: { voter: { eq: $ann } } } }) { nodes { proposalId } }
              byHolder: proposals(where: { votes: { some: { holder: { address: { eq: $ann } } } } }) { nodes { proposalId } }
              byAccount: proposals(where: { proposerAccount: { holder: { address: { eq: $ann } } } }) { nodes { proposalId } }
              holder(address: $ann) { proposals { nodes { proposalId } } }
            }
            """,
            new { bob = Bob, ann = Ss58.Encode(People.Ann) }
        );
        Assert.Equal(["referendum/5", "public-proposal/3"], Ids("made"));
        Assert.Equal(["referendum/5"], Ids("voted"));
        Assert.Equal([GovernanceStory.Governor, "referendum/5"], Ids("byHolder"));
        Assert.Equal(2, Ids("byAccount").Count());
        Assert.Equal(Ids("byAccount"), data.GetProperty("holder").GetProperty("proposals").Texts("proposalId"));

        IEnumerable<string?> Ids(string list) => data.GetProperty(list).Texts("proposalId");
    }

    [Fact]
    public async Task Those_closing_soon_come_first_and_before_its_creation_there_is_none()
    {
        var data = await index.AskAsync(
            """
            { soon: proposals(where: { status: { eq: ACTIVE }, endTime: { gt: "2025-01-02T00:05:00Z" } }, orderBy: [{ field: END_TIME }]) { nodes { proposalId endTime } }
              newest: proposals(first: 3) { nodes { proposalId } }
              early: proposals(asOf: { height: 3 }, orderBy: [{ field: CREATED_TIME }]) { nodes { proposalId status } }
              none: proposal(network: "khala", id: "referendum/5", asOf: { height: 3 }) { status } }
            """
        );
        Assert.Equal(["snapshot/0x99", "referendum/6"], data.GetProperty("soon").Texts("proposalId"));
        Assert.Equal(["referendum/6", "snapshot/0x99"], data.GetProperty("newest").Texts("proposalId").Take(2));
        Assert.Equal(
            ["referendum/4", "public-proposal/3", "council/7"],
            data.GetProperty("early")
                .Texts("proposalId")
                .OrderBy(id => id != "referendum/4")
                .ThenBy(id => id == "council/7")
        );
        Assert.All(data.GetProperty("early").Texts("status"), status => Assert.NotEqual("TABLED", status));
        Assert.Equal(JsonValueKind.Null, data.GetProperty("none").ValueKind);
    }

    [Fact]
    public async Task Turnout_is_compared_across_systems()
    {
        var data = await index.AskAsync(
            """
            { proposals(where: { turnout: { gt: 0 } }) { groups(by: [{ field: SYSTEM }]) { key { system } count avg { turnoutRatio } sum { turnout voters } } } }
            """
        );
        Assert.Equal(
            [
                """{"key":{"system":"COUNCIL_MOTION"},"count":1,"avg":{"turnoutRatio":null},"sum":{"turnout":"1","voters":"1"}}""",
                """{"key":{"system":"GOVERNOR"},"count":1,"avg":{"turnoutRatio":"0.2"},"sum":{"turnout":"100","voters":"2"}}""",
                """{"key":{"system":"REFERENDUM"},"count":1,"avg":{"turnoutRatio":"0.12"},"sum":{"turnout":"120","voters":"3"}}""",
                """{"key":{"system":"SNAPSHOT"},"count":1,"avg":{"turnoutRatio":"0.075"},"sum":{"turnout":"30","voters":"1"}}""",
            ],
            data.GetProperty("proposals")
                .GetProperty("groups")
                .EnumerateArray()
                .Select(row => JsonSerializer.Serialize(row))
        );
    }

    [Fact]
    public async Task Members_and_standing_votes_are_read_as_of_a_time_and_as_intervals()
    {
        var data = await index.AskAsync(
            """
            { network(name: "khala") {
              now: members(body: COUNCIL) { nodes { address role backing } }
              all: members { totalCount }
              then: members(body: COUNCIL, asOf: { height: 7210 }, orderBy: [{ field: BACKING, direction: DESC }]) { nodes { address role } }
              memberHistory(body: COUNCIL) { nodes { address role fromHeight fromTime toHeight toTime } }
              electionVotes { nodes { voter candidates stake } }
              before: electionVotes(asOf: { height: 0 }) { totalCount } } }
            """
        );
        var network = data.GetProperty("network");
        var owner = Ss58.Encode(People.Owner);
        Assert.Equal([$"{Bob} MEMBER"], Seats("now"));
        Assert.Equal(2, network.GetProperty("all").Count());
        Assert.Equal([$"{owner} MEMBER", $"{Bob} RUNNER_UP"], Seats("then"));
        Assert.Equal(
            [$"{owner} MEMBER 1-7211", $"{Bob} RUNNER_UP 1-7211", $"{Bob} MEMBER 7211-"],
            network
                .GetProperty("memberHistory")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(row =>
                    $"{row.Text("address")} {row.Text("role")} {row.GetProperty("fromHeight")}-{row.GetProperty("toHeight")}"
                )
        );
        Assert.Equal(
            "2025-01-02T00:02:12.000Z",
            network.GetProperty("memberHistory").GetProperty("nodes")[0].Text("toTime")
        );
        var vote = Assert.Single(network.GetProperty("electionVotes").GetProperty("nodes").EnumerateArray());
        Assert.Equal(
            $$"""["{{owner}}","{{Bob}}"]""",
            vote.GetProperty("candidates").GetRawText().Replace(" ", "", StringComparison.Ordinal)
        );
        Assert.Equal("40", vote.Text("stake"));
        Assert.Equal(0, network.GetProperty("before").Count());

        IEnumerable<string> Seats(string list) =>
            network
                .GetProperty(list)
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(row => $"{row.Text("address")} {row.Text("role")}");
    }

    [Fact]
    public async Task Every_kind_of_governance_row_with_an_id_is_found_again_by_it()
    {
        var data = await index.AskAsync(
            """
            { proposals(first: 100) { nodes { __typename id events { nodes { __typename id } } leadsTo { nodes { __typename id } }
                voteEvents { nodes { __typename id } } } }
              votes { nodes { __typename id } } reconciliations { nodes { __typename id } } }
            """
        );
        var rows = data.Objects().ToList();
        Assert.Equal(
            ["Proposal", "ProposalEvent", "ProposalLink", "Reconciliation", "Vote", "VoteEvent"],
            rows.Select(row => row.Type).Distinct().Order(StringComparer.Ordinal)
        );
        foreach (var (type, id) in rows)
        {
            var node = (
                await index.AskAsync("query ($id: ID!) { node(id: $id) { __typename id } }", new { id })
            ).GetProperty("node");
            Assert.Equal((type, id), (node.Text("__typename"), node.Text("id")));
        }
    }

    private async Task<JsonElement> ProposalAsync(string id, string fields)
    {
        var data = await index.AskAsync(
            $$"""query ($id: String!) { proposal(network: "khala", id: $id) { {{fields}} } }""",
            new { id }
        );
        return data.GetProperty("proposal");
    }
}
