using Indexer.Addresses;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

public sealed class RevertTests
{
    private const string Accounts = """
        query ($address: Address!) { holder(address: $address) { address stakedValue accounts { nodes { address } } } }
        """;

    [Fact]
    public async Task A_reverted_claim_parts_the_holder_and_keeps_the_addresses_readable()
    {
        await using var index = new SampleIndex();
        await index.InitializeAsync();
        await index.RevertAsync("ethereum", 100);

        var ann = (await index.AskAsync(Accounts, new { address = Ss58.Encode(People.Ann) })).GetProperty("holder");
        Assert.Equal(Ss58.Encode(People.Ann), ann.Text("address"));
        Assert.Equal([Ss58.Encode(People.Ann)], ann.GetProperty("accounts").Texts("address"));
        Assert.Equal("603.818181818181818181", ann.Text("stakedValue"));
        var receiver = await index.AskAsync(Accounts, new { address = EvmAddress.Format(People.AnnReceiver) });
        Assert.Equal(System.Text.Json.JsonValueKind.Null, receiver.GetProperty("holder").ValueKind);
    }

    [Fact]
    public async Task A_reverted_parachain_leaves_the_claim_to_its_receivers()
    {
        await using var index = new SampleIndex();
        await index.InitializeAsync();
        await index.RevertAsync("phala", 10);

        var ann = (await index.AskAsync(Accounts, new { address = Ss58.Encode(People.Ann) })).GetProperty("holder");
        Assert.Equal(EvmAddress.Format(People.AnnReceiver), ann.Text("address"));
        Assert.Equal(
            [EvmAddress.Format(People.AnnReceiver), EvmAddress.Format(People.AnnL2Receiver)],
            ann.GetProperty("accounts").Texts("address")
        );
        Assert.Equal("50", ann.Text("stakedValue"));
    }
}
