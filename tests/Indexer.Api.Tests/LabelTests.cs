using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;

namespace Indexer.Api.Tests;

/// <summary>Labelled accounts are nobody's.</summary>
public sealed class LabelTests
{
    [Fact]
    public async Task A_labelled_account_joins_no_holder_until_it_is_labelled_no_more()
    {
        await using var index = new SampleIndex();
        await index.InitializeAsync();
        Assert.Equal("3 AnnReceiver", await AnnAsync(index));

        await index.LabelAsync("ethereum", Label(AccountLabelKind.Exchange));
        Assert.Equal("2 ", await AnnAsync(index));
        var account = await AccountAsync(index);
        Assert.Equal(("Some exchange", "EXCHANGE"), (account.Text("label"), account.Text("labelKind")));
        Assert.Equal(EvmAddress.Format(People.AnnReceiver), account.GetProperty("holder").Text("address"));
        Assert.Equal("50", account.GetProperty("holder").Text("stakedValue"));

        await index.LabelAsync("ethereum");
        Assert.Equal("3 AnnReceiver", await AnnAsync(index));
        Assert.Null((await AccountAsync(index)).Text("label"));
    }

    [Fact]
    public async Task What_is_labelled_before_it_appears_is_nobodys_from_the_first()
    {
        await using var index = new SampleIndex { Labels = [Label(AccountLabelKind.Treasury)] };
        await index.InitializeAsync();

        Assert.Equal("2 ", await AnnAsync(index));
        await index.RevertAsync("ethereum", 101);
        Assert.Equal("2 ", await AnnAsync(index));
    }

    private static AccountLabel Label(AccountLabelKind kind) =>
        new()
        {
            Network = "ethereum",
            Address = People.AnnReceiver,
            Name = "Some exchange",
            Kind = kind,
        };

    private static async Task<string> AnnAsync(SampleIndex index)
    {
        var accounts = (
            await index.AskAsync(
                "query ($address: Address!) { holder(address: $address) { accounts { totalCount nodes { address } } } }",
                new { address = Ss58.Encode(People.Ann) }
            )
        )
            .GetProperty("holder")
            .GetProperty("accounts");
        var isThere = accounts.Texts("address").Contains(EvmAddress.Format(People.AnnReceiver), StringComparer.Ordinal);
        return $"{accounts.Count()} {(isThere ? nameof(People.AnnReceiver) : "")}";
    }

    private static async Task<System.Text.Json.JsonElement> AccountAsync(SampleIndex index) =>
        (
            await index.AskAsync(
                "query ($address: Address!) { account(address: $address) { label labelKind holder { address stakedValue } } }",
                new { address = EvmAddress.Format(People.AnnReceiver) }
            )
        ).GetProperty("account");
}
