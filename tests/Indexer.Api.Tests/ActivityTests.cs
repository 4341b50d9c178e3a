using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;

namespace Indexer.Api.Tests;

/// <summary>One list of everything: each act once, whichever rows the chains made of it.</summary>
public sealed class ActivityTests(LifeIndex index)
{
    private const string Fields = """
        kind direction network height index time transaction address counterparty amount shares proposalId
        stakeEvent { kind } claim { kind } voteEvent { action } proposal { proposalId }
        """;

    [Fact]
    public async Task Every_act_of_a_holder_is_one_entry()
    {
        var entries = await AskAsync("holder", LifeStory.Cat, "(first: 100)");

        Assert.Equal(
            [
                "khala 5 WRAP NONE 9 - WRAPPED",
                "khala 5 STAKE IN 8 4 CONTRIBUTION",
                "khala 5 REWARD IN 2 - OWNER_REWARDS_WITHDRAWN",
                "khala 7 UNSTAKE NONE - - WITHDRAWAL_QUEUED",
                "khala 7 UNSTAKE OUT 8 4 WITHDRAWAL",
                "phala 10 STAKE IN 5 5 CONTRIBUTION",
                "phala 12 VOTE NONE - - CAST",
                "phala 14 VOTE NONE - - REPLACED",
                "phala 15 VOTE NONE - - REMOVED",
                "ethereum 110 CLAIM IN 7 50 KHALA",
                "ethereum 111 STAKE IN 12 10 DEPOSIT",
                "ethereum 112 UNSTAKE NONE 24 20 UNLOCK_REQUESTED",
                "ethereum 112 UNSTAKE NONE 6 5 UNLOCK_REQUESTED",
                "ethereum 112 UNSTAKE OUT - 1 SHARES_BURNED",
                "ethereum 113 UNSTAKE NONE 6 4 UNLOCK_CANCELLED",
                "ethereum 114 UNSTAKE OUT 24 - UNLOCK_CLAIMED",
                "ethereum 114 UNSTAKE IN 10 - UNLOCK_CLAIMED",
                "ethereum 116 TRANSFER NONE - 3 TRANSFER_OUT",
                "ethereum 116 TRANSFER OUT - 1 TRANSFER_OUT",
                "ethereum 118 BRIDGE NONE - 2 -",
                "ethereum 118 BRIDGE OUT - 1 -",
                "ethereum 120 CLAIM IN 11 30 PHALA",
                "phala-l2 200 BRIDGE IN - 1 -",
            ],
            entries.Select(Line)
        );
        Assert.All(entries, entry => Assert.NotNull(entry.Text("transaction")));
        Assert.Equal("referendum/9", entries[6].GetProperty("proposal").Text("proposalId"));
    }

    [Fact]
    public async Task Both_sides_of_an_act_see_it()
    {
        Assert.Equal(
            [
                "ethereum 114 UNSTAKE OUT 10 - UNLOCK_CLAIMED",
                "ethereum 116 TRANSFER IN - 1 TRANSFER_IN",
                "ethereum 118 BRIDGE OUT - 1 -",
                "phala-l2 200 BRIDGE IN - 1 -",
            ],
            (await AskAsync("holder", LifeStory.Stranger, "")).Select(Line)
        );
        Assert.Equal(
            [
                "ethereum 114 UNSTAKE IN 10 - UNLOCK_CLAIMED",
                "ethereum 116 TRANSFER IN - 3 TRANSFER_IN",
                "ethereum 116 TRANSFER OUT - 1 TRANSFER_OUT",
                "ethereum 118 BRIDGE NONE - 2 -",
                "ethereum 118 BRIDGE OUT - 1 -",
                "ethereum 120 CLAIM IN 11 - PHALA",
            ],
            (await AskAsync("account", LifeStory.CatL1, "")).Select(Line)
        );
        Assert.Equal(
            ["phala-l2 200 BRIDGE IN - 1 -", "ethereum 120 CLAIM IN - 30 PHALA"],
            (await AskAsync("account", LifeStory.CatL2, "(orderBy: [{ field: TIME, direction: DESC }])")).Select(Line)
        );
    }

    [Fact]
    public async Task A_claim_leaves_a_holder_whose_receiver_is_another()
    {
        var entries = await AskAsync("holder", LifeStory.Eve, "");

        Assert.Equal(["phala 10 WRAP NONE 1 - WRAPPED", "ethereum 132 CLAIM OUT 1 0 PHALA"], entries.Select(Line));
        Assert.Equal(
            (AccountText.Format(LifeStory.Eve), AccountText.Format(LifeStory.Safe)),
            (entries[1].Text("address"), entries[1].Text("counterparty"))
        );
        Assert.Equal(
            ["IN", "IN"],
            (await AskAsync("holder", LifeStory.Safe, "")).Select(entry => entry.Text("direction"))
        );
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(4, "")]
    [InlineData(7, "orderBy: [{ field: TIME, direction: DESC }], ")]
    public async Task Pages_continue_where_the_one_before_ended(int size, string order)
    {
        var whole = await AskAsync("holder", LifeStory.Cat, $"({order}first: 100)");
        var paged = new List<string>();
        string? after = null;
        do
        {
            var page = (
                await index.AskAsync(
                    $$"""
                    query ($address: Address!, $after: String) { holder(address: $address) {
                      activity({{order}}first: {{size}}, after: $after) { nodes { {{Fields}} } pageInfo { endCursor hasNextPage } } } }
                    """,
                    new { address = AccountText.Format(LifeStory.Cat), after }
                )
            ).GetProperty("holder").GetProperty("activity");
            paged.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText()));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.Text("endCursor") : null;
        } while (after is not null);

        Assert.Equal(whole.Select(entry => entry.GetRawText()), paged);
    }

    [Theory]
    [InlineData("kind: { in: [BRIDGE, CLAIM] }", 5)]
    [InlineData("network: { eq: \"phala\" }", 4)]
    [InlineData("direction: { eq: IN }", 8)]
    [InlineData("time: { lt: \"2025-01-01T00:10:00Z\" }", 9)]
    [InlineData("proposalId: { eq: \"referendum/9\" }", 3)]
    public async Task Entries_can_be_filtered(string where, int count)
    {
        var data = await index.AskAsync(
            $"query ($address: Address!) {{ holder(address: $address) {{ activity(where: {{ {where} }}) {{ totalCount }} }} }}",
            new { address = AccountText.Format(LifeStory.Cat) }
        );
        Assert.Equal(count, data.GetProperty("holder").GetProperty("activity").Count());
    }

    private async Task<IReadOnlyList<JsonElement>> AskAsync(string root, AccountId account, string arguments) =>
        [
            .. (
                await index.AskAsync(
                    $"query ($address: Address!) {{ {root}(address: $address) {{ activity{arguments} {{ nodes {{ {Fields} }} }} }} }}",
                    new { address = AccountText.Format(account) }
                )
            )
                .GetProperty(root)
                .GetProperty("activity")
                .GetProperty("nodes")
                .EnumerateArray(),
        ];

    private static string Line(JsonElement entry)
    {
        var said = new[] { ("stakeEvent", "kind"), ("claim", "kind"), ("voteEvent", "action") }
            .Where(row => entry.GetProperty(row.Item1).ValueKind == JsonValueKind.Object)
            .Select(row => entry.GetProperty(row.Item1).Text(row.Item2))
            .SingleOrDefault();
        return $"{entry.Text("network")} {entry.GetProperty("height")} {entry.Text("kind")} {entry.Text("direction")} {entry.Text("amount") ?? "-"} {entry.Text("shares") ?? "-"} {said ?? "-"}";
    }
}
