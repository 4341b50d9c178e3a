using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;

namespace Indexer.Api.Tests;

/// <summary>Who was one holder at a time, and by which id.</summary>
public sealed class HolderAsOfTests(LifeIndex index)
{
    private const string Then =
        "id address accounts { nodes { address holder { id } } } claims { totalCount } links { totalCount }";

    [Theory]
    [InlineData("height: 109")]
    [InlineData("timestamp: \"2025-01-01T00:21:59Z\"")]
    [InlineData("finalized: true")]
    public async Task Before_its_first_claim_each_address_is_a_holder_of_its_own(string point)
    {
        foreach (var account in new[] { LifeStory.Cat, LifeStory.CatKhala, LifeStory.CatL2 })
        {
            var holder = await AskAsync(account, point);
            Assert.Equal(Text(account), holder.Text("address"));
            Assert.Equal([Text(account)], holder.GetProperty("accounts").Texts("address"));
            await IsFoundAgainAsync(holder);
        }
    }

    [Theory]
    [InlineData("height: 119")]
    [InlineData("timestamp: \"2025-01-01T00:22:00Z\"")]
    public async Task Between_its_claims_it_is_what_the_first_made_of_it(string point)
    {
        AccountId[] members = [LifeStory.Cat, LifeStory.CatKhala];
        string? first = null;
        foreach (var account in members)
        {
            var holder = await AskAsync(account, point);
            Assert.Equal(Text(LifeStory.Cat), holder.Text("address"));
            Assert.Equal(
                members.Select(Text).Order(StringComparer.Ordinal),
                holder.GetProperty("accounts").Texts("address").Order(StringComparer.Ordinal)
            );
            Assert.All(
                holder.GetProperty("accounts").GetProperty("nodes").EnumerateArray(),
                member => Assert.Equal(holder.Text("id"), member.GetProperty("holder").Text("id"))
            );
            Assert.Equal(first ??= holder.Text("id"), holder.Text("id"));
            await IsFoundAgainAsync(holder);
        }

        Assert.Equal(Text(LifeStory.CatL1), (await AskAsync(LifeStory.CatL1, point)).Text("address"));
    }

    [Fact]
    public async Task After_all_claims_it_is_what_it_is_now()
    {
        var then = await AskAsync(LifeStory.DanToo, "height: 131");
        var now = (
            await index.AskAsync(
                $"query ($address: Address!) {{ holder(address: $address) {{ {Then} }} }}",
                new { address = Text(LifeStory.DanToo) }
            )
        ).GetProperty("holder");
        Assert.Equal(Text(LifeStory.Dan), then.Text("address"));
        Assert.Equal(
            now.GetProperty("accounts").Texts("address").Order(StringComparer.Ordinal),
            then.GetProperty("accounts").Texts("address").Order(StringComparer.Ordinal)
        );
        Assert.NotEqual(now.Text("id"), then.Text("id"));
        await IsFoundAgainAsync(now);
        await IsFoundAgainAsync(then);
    }

    [Fact]
    public async Task An_account_that_no_network_named_is_found_by_the_claims_in_force()
    {
        Assert.Equal(Text(LifeStory.HalReceiver), (await AskAsync(LifeStory.Hal, "height: 133")).Text("address"));
        var data = await index.AskAsync(
            "query ($address: Address!) { holder(address: $address, asOf: { height: 132 }) { address } }",
            new { address = Text(LifeStory.Hal) }
        );
        Assert.Equal(JsonValueKind.Null, data.GetProperty("holder").ValueKind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("(asOf: { height: 109 })")]
    [InlineData("(asOf: { height: 119 })")]
    [InlineData("(asOf: { height: 1000 })", true)]
    public async Task The_list_of_holders_has_each_account_once(string point, bool refused = false)
    {
        var query = $"{{ holders{point} {{ totalCount nodes {{ id address accounts {{ nodes {{ address }} }} }} }} }}";
        if (refused)
        {
            Assert.Contains("beyond what is indexed", await index.SendAsync(query), StringComparison.Ordinal);
            return;
        }

        var holders = (await index.AskAsync(query)).GetProperty("holders");
        var nodes = holders.GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(holders.Count(), nodes.Count);
        Assert.Distinct(nodes.Select(holder => holder.Text("id")));
        var addresses = nodes.SelectMany(holder => holder.GetProperty("accounts").Texts("address")).ToList();
        Assert.Distinct(addresses);
        var all = (await index.AskAsync("{ accounts(first: 100) { totalCount } }")).GetProperty("accounts");
        Assert.Equal(all.Count(), addresses.Count);
    }

    [Fact]
    public async Task What_is_read_of_a_holder_as_of_a_time_is_of_its_accounts_then()
    {
        var data = await index.AskAsync(
            """
            query ($address: Address!) {
              then: holder(address: $address, asOf: { height: 119 }) { activity(first: 100) { nodes { address } } stakeEvents(first: 100) { nodes { address holder { address } } } }
              asked: positions(where: { holder: { address: { eq: $address } } }) { totalCount }
            }
            """,
            new { address = Text(LifeStory.Cat) }
        );
        string[] members = [Text(LifeStory.Cat), Text(LifeStory.CatKhala)];
        var then = data.GetProperty("then");
        Assert.All(then.GetProperty("activity").Texts("address"), address => Assert.Contains(address, members));
        Assert.All(
            then.GetProperty("stakeEvents").GetProperty("nodes").EnumerateArray(),
            entry => Assert.Equal(members[0], entry.GetProperty("holder").Text("address"))
        );
    }

    [Fact]
    public async Task The_id_of_a_holder_stays_when_more_of_it_becomes_known_and_after_a_revert()
    {
        await using var own = new LifeIndex();
        await own.InitializeAsync();
        var alone = await IdAsync(own, LifeStory.HalReceiver);
        await own.RevertAsync("phala", 14);
        await using (
            var context = new IndexerDbContext(
                new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(own.Database.DataSource).Options
            )
        )
        {
            var writer = new LedgerWriter(own.Database.DataSource, context, AccountText.Format);
            await LifeStory.HalAppearsAsync(await Chain.ContinueAsync(writer, context, "phala", Story.Start));
        }

        Assert.Equal(alone with { Address = Text(LifeStory.Hal) }, await IdAsync(own, LifeStory.Hal));
        await own.RevertAsync("phala", 13);
        Assert.Equal(alone, await IdAsync(own, LifeStory.Hal));

        // Dan's second claim brought a smaller account into the holder; without it that account is one of its own again.
        var dan = await IdAsync(own, LifeStory.Dan);
        Assert.Equal(dan, await IdAsync(own, LifeStory.DanToo));
        await own.RevertAsync("ethereum", 130);
        Assert.Equal(dan, await IdAsync(own, LifeStory.Dan));
        Assert.Equal(Text(LifeStory.DanToo), (await IdAsync(own, LifeStory.DanToo)).Address);
    }

    private static async Task<(string? Id, string? Address)> IdAsync(SampleIndex index, AccountId account)
    {
        var holder = (
            await index.AskAsync(
                "query ($address: Address!) { holder(address: $address) { id address } }",
                new { address = Text(account) }
            )
        ).GetProperty("holder");
        return (holder.Text("id"), holder.Text("address"));
    }

    private async Task<JsonElement> AskAsync(AccountId account, string point) =>
        (
            await index.AskAsync(
                $"query ($address: Address!) {{ holder(address: $address, asOf: {{ {point} }}) {{ {Then} }} }}",
                new { address = Text(account) }
            )
        ).GetProperty("holder");

    private async Task IsFoundAgainAsync(JsonElement holder)
    {
        var again = await index.AskAsync(
            $"query ($id: ID!) {{ node(id: $id) {{ ... on Holder {{ {Then} }} }} }}",
            new { id = holder.Text("id") }
        );
        Assert.Equal(holder.GetRawText(), again.GetProperty("node").GetRawText());
    }

    private static string Text(AccountId account) => AccountText.Format(account);
}
