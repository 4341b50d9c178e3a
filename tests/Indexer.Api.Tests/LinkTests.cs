using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;

namespace Indexer.Api.Tests;

/// <summary>The evidence of holders, and who is one by it.</summary>
public sealed class LinkTests(LifeIndex index)
{
    private const string Links = """
        query ($address: Address!) {
          holder(address: $address) {
            id address accounts { nodes { address } }
            links { nodes { kind strength merges notMerged user from to fromHolder { address } toHolder { address } network height time transaction } }
          }
        }
        """;

    [Fact]
    public async Task One_account_with_a_claim_of_each_parachain_and_receivers_that_differ_is_one_holder()
    {
        var holder = await HolderAsync(LifeStory.CatL2);

        Assert.Equal(Text(LifeStory.Cat), holder.Text("address"));
        Assert.Equal(
            Texts(LifeStory.Cat, LifeStory.CatKhala, LifeStory.CatL1, LifeStory.CatL2),
            holder.GetProperty("accounts").Texts("address").Order(StringComparer.Ordinal)
        );
        var (cat, khala, l1, l2) = (
            Text(LifeStory.Cat),
            Text(LifeStory.CatKhala),
            Text(LifeStory.CatL1),
            Text(LifeStory.CatL2)
        );
        var stranger = Text(LifeStory.Stranger);
        Assert.Equal(
            [
                $"SAME_KEY PROVEN {cat} {cat} phala 10",
                $"KHALA_CLAIM PROVEN {cat} {khala} ethereum 110",
                $"BRIDGE_MOVE SHOWN_ONLY {stranger} {l2} ethereum 118",
                $"BRIDGE_MOVE SHOWN_ONLY {l1} {stranger} ethereum 118",
                $"PHALA_CLAIM ADMIN {cat} {l1} ethereum 120",
                $"PHALA_CLAIM_BRIDGED ADMIN {cat} {l2} ethereum 120",
            ],
            Lines(holder)
        );
        var claim = holder.GetProperty("links").GetProperty("nodes")[1];
        Assert.Equal(
            ("0x" + Convert.ToHexStringLower(LifeStory.Cat.ClaimUser()), "0xc8"),
            (claim.Text("user"), claim.Text("transaction")![..4])
        );
        Assert.Equal(Story.Start.AddSeconds(12 * 110), claim.GetProperty("time").GetDateTimeOffset());
        Assert.Equal((cat, cat), (Holder(claim, "fromHolder"), Holder(claim, "toHolder")));
    }

    [Fact]
    public async Task Several_accounts_with_one_receiver_are_one_holder_by_the_first_of_them()
    {
        var holder = await HolderAsync(LifeStory.DanReceiver);

        Assert.True(LifeStory.DanToo < LifeStory.Dan);
        Assert.Equal(Text(LifeStory.Dan), holder.Text("address"));
        Assert.Equal(
            Texts(LifeStory.Dan, LifeStory.DanToo, LifeStory.DanReceiver),
            holder.GetProperty("accounts").Texts("address").Order(StringComparer.Ordinal)
        );
        Assert.Equal(["UNCLEAR", "PROVEN"], holder.GetProperty("links").Texts("strength"));
    }

    [Fact]
    public async Task A_receiver_that_is_a_contract_or_labelled_makes_no_holder()
    {
        foreach (
            var (user, receiver, reason) in new[]
            {
                (LifeStory.Eve, LifeStory.Safe, "CONTRACT"),
                (LifeStory.Fay, LifeStory.Safe, "CONTRACT"),
                (LifeStory.Gus, LifeStory.Exchange, "LABELLED"),
            }
        )
        {
            var holder = await HolderAsync(user);
            Assert.Equal([Text(user)], holder.GetProperty("accounts").Texts("address"));
            var link = Assert.Single(holder.GetProperty("links").GetProperty("nodes").EnumerateArray());
            Assert.Equal(
                ("PHALA_CLAIM", "SHOWN_ONLY", reason, false, Text(user), Text(receiver)),
                (
                    link.Text("kind"),
                    link.Text("strength"),
                    link.Text("notMerged"),
                    link.GetProperty("merges").GetBoolean(),
                    link.Text("from"),
                    link.Text("to")
                )
            );
            Assert.Equal((Text(user), Text(receiver)), (Holder(link, "fromHolder"), Holder(link, "toHolder")));
        }

        var safe = await HolderAsync(LifeStory.Safe);
        Assert.Equal(Text(LifeStory.Safe), safe.Text("address"));
        Assert.Equal(2, safe.GetProperty("links").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task The_links_of_an_account_are_its_own()
    {
        var data = await index.AskAsync(
            "query ($address: Address!) { account(address: $address) { links { totalCount nodes { kind } } } }",
            new { address = Text(LifeStory.CatL2) }
        );
        var links = data.GetProperty("account").GetProperty("links");
        Assert.Equal(["BRIDGE_MOVE", "PHALA_CLAIM_BRIDGED"], links.Texts("kind"));
        Assert.Equal(2, links.Count());
    }

    [Fact]
    public async Task A_claim_says_whether_the_team_sent_it()
    {
        var data = await index.AskAsync("{ claims { nodes { height byAdmin } } }");
        Assert.Equal(
            [(110, false), (120, true), (130, null), (131, (bool?)false)],
            data.GetProperty("claims")
                .GetProperty("nodes")
                .EnumerateArray()
                .Take(4)
                .Select(claim =>
                    (
                        claim.GetProperty("height").GetInt32(),
                        claim.GetProperty("byAdmin").ValueKind == JsonValueKind.Null
                            ? (bool?)null
                            : claim.GetProperty("byAdmin").GetBoolean()
                    )
                )
        );
    }

    [Fact]
    public async Task A_claim_to_a_contract_is_no_way_to_its_claimant()
    {
        await using var own = new LifeIndex();
        await own.InitializeAsync();
        await own.RevertAsync("phala", 9);

        var data = await own.AskAsync(
            "query ($hal: Address!, $eve: Address!) { hal: holder(address: $hal) { address } eve: holder(address: $eve) { address } }",
            new { hal = Text(LifeStory.Hal), eve = Text(LifeStory.Eve) }
        );
        Assert.Equal(Text(LifeStory.HalReceiver), data.GetProperty("hal").Text("address"));
        Assert.Equal(JsonValueKind.Null, data.GetProperty("eve").ValueKind);
    }

    private async Task<JsonElement> HolderAsync(AccountId address) =>
        (await index.AskAsync(Links, new { address = Text(address) })).GetProperty("holder");

    private static IEnumerable<string> Lines(JsonElement holder) =>
        holder
            .GetProperty("links")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(link =>
                $"{link.Text("kind")} {link.Text("strength")} {link.Text("from")} {link.Text("to")} {link.Text("network")} {link.GetProperty("height")}"
            );

    private static string? Holder(JsonElement link, string side) => link.GetProperty(side).Text("address");

    private static IEnumerable<string> Texts(params AccountId[] accounts) =>
        accounts.Select(Text).Order(StringComparer.Ordinal);

    private static string Text(AccountId account) => AccountText.Format(account);
}
