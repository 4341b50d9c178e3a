using Indexer.Addresses;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

public sealed class AddressTests(SampleIndex index)
{
    [Theory]
    [InlineData("", "not an SS58 address")]
    [InlineData("hello", "not an SS58 address")]
    [InlineData("0x12", "not an EVM address")]
    [InlineData("0xzz00000000000000000000000000000000000000", "not a hexadecimal digit")]
    [InlineData("0xzz00000000000000000000000000000000000000000000000000000000000000", "not a hexadecimal digit")]
    [InlineData("45R2pfjQUW2s9PQRHU48HQKLKHVMaDja7N3wpBtmF28UYDs3", "checksum")]
    public async Task A_bad_address_is_refused_with_the_reason(string address, string reason)
    {
        foreach (var field in new[] { "holder", "account" })
        {
            var response = await index.SendAsync(
                $$"""query ($address: Address!) { {{field}}(address: $address) { address } }""",
                new { address }
            );
            Assert.Contains("\"errors\"", response, StringComparison.Ordinal);
            Assert.Contains(reason, response, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("shares: { eq: \"1.0000000000000000001\" }")]
    [InlineData("shares: { eq: \"1e3\" }")]
    [InlineData("shares: { eq: \"PHA\" }")]
    [InlineData("shares: { eq: 1e18 }")]
    [InlineData("address: { eq: 12 }")]
    public async Task A_bad_value_in_a_filter_is_refused(string filter)
    {
        var response = await index.SendAsync($$"""{ positions(where: { {{filter}} }) { totalCount } }""");
        Assert.Contains("\"errors\"", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_shown_in_its_own_form_and_only_on_its_networks()
    {
        var data = await index.AskAsync(
            """
            query ($ann: Address!, $vault: Address!) {
              ann: account(address: $ann, network: "phala") { address kind }
              elsewhere: account(address: $ann, network: "ethereum") { address }
              vault: account(address: $vault) { address kind networks { nodes { network height } } }
            }
            """,
            new { ann = People.Ann.ToString(), vault = People.PhaVault.ToString() }
        );
        Assert.Equal(Ss58.Encode(People.Ann, 30), data.GetProperty("ann").Text("address"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.GetProperty("elsewhere").ValueKind);
        Assert.Equal(EvmAddress.Format(People.PhaVault), data.GetProperty("vault").Text("address"));
        Assert.Equal("EVM", data.GetProperty("vault").Text("kind"));
    }
}
