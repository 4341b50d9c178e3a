using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;

namespace Indexer.Api.Tests;

public sealed class HolderTests(SampleIndex index)
{
    private const string Everything = """
        query ($address: Address!) {
          holder(address: $address) {
            id address stakedValue unlocking earned
            accounts { totalCount nodes { address kind networks { nodes { network height } } holder { address } } }
            positions { nodes { network poolId address shares value earned unlockingValue cost pool { kind sharePrice } } }
            stakeEvents { nodes { network height kind amount time } }
            ownerRewards { totalCount }
            claims { nodes { kind free stakedShares stakedValue receiver l2Receiver user account { address } holder { id } } }
            unlockRequests { nodes { assets receiver unlockTime } }
          }
        }
        """;

    public static TheoryData<string> AddressesOfAnn =>
        [
            Ss58.Encode(People.Ann),
            Ss58.Encode(People.Ann, 42),
            Ss58.Encode(People.Ann, 0),
            People.Ann.ToString(),
            People.Ann.ToString().ToUpperInvariant().Replace("0X", "0x"),
            EvmAddress.Format(People.AnnReceiver),
            People.AnnReceiver.ToString(),
            EvmAddress.Format(People.AnnL2Receiver),
        ];

    [Theory]
    [MemberData(nameof(AddressesOfAnn))]
    public async Task The_answer_is_the_same_by_every_address(string address)
    {
        var bySs58 = await index.SendAsync(Everything, new { address = Ss58.Encode(People.Ann) });
        Assert.Equal(bySs58, await index.SendAsync(Everything, new { address }));
        Assert.Contains(Ss58.Encode(People.Ann), bySs58, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_life_spans_the_parachain_and_Ethereum()
    {
        var holder = (await index.AskAsync(Everything, new { address = Ss58.Encode(People.Ann) })).GetProperty(
            "holder"
        );

        // Phala: 600 of 1100 shares of 1107 PHA, rounded down; Ethereum: 50 shares at 1 PHA and 20 PHA unlocking.
        var staked = Story.Pha(600).ToBigInteger() * Story.Pha(1107).ToBigInteger() / Story.Pha(1100).ToBigInteger();
        Assert.Equal("603.818181818181818181", Pha.FromBigInteger(staked).ToString());
        Assert.Equal("653.818181818181818181", holder.GetProperty("stakedValue").GetString());
        Assert.Equal("20", holder.GetProperty("unlocking").GetString());
        // 1000 of 1500 shares of a reward of 10 PHA; the index rounds down once, the position again.
        Assert.Equal("6.666666666666666666", holder.GetProperty("earned").GetString());
        Assert.Equal(
            ["CONTRIBUTION", "WITHDRAWAL", "DEPOSIT", "UNLOCK_REQUESTED"],
            holder.GetProperty("stakeEvents").Texts("kind")
        );
        Assert.Equal(3, holder.GetProperty("accounts").GetProperty("totalCount").GetInt32());
        Assert.Equal(["ethereum", "phala"], holder.GetProperty("positions").Texts("network"));
        Assert.Equal(["603.818181818181818181", "50"], holder.GetProperty("positions").Texts("value").Reverse());
    }

    [Fact]
    public async Task A_claim_names_its_account_and_an_unlock_request_its_end()
    {
        var holder = (await index.AskAsync(Everything, new { address = Ss58.Encode(People.Ann) })).GetProperty(
            "holder"
        );

        var claim = Assert.Single(holder.GetProperty("claims").GetProperty("nodes").EnumerateArray());
        Assert.Equal("7", claim.Text("free"));
        Assert.Equal("70", claim.Text("stakedShares"));
        Assert.Equal(EvmAddress.Format(People.AnnReceiver), claim.Text("receiver"));
        Assert.Equal(EvmAddress.Format(People.AnnL2Receiver), claim.Text("l2Receiver"));
        Assert.Equal("0x" + Convert.ToHexStringLower(People.Ann.ClaimUser()), claim.Text("user"));
        Assert.Equal(Ss58.Encode(People.Ann), claim.GetProperty("account").Text("address"));
        Assert.Equal(holder.Text("id"), claim.GetProperty("holder").Text("id"));
        var request = Assert.Single(holder.GetProperty("unlockRequests").GetProperty("nodes").EnumerateArray());
        var unlockTime = Story.Start.AddSeconds((12 * 103) + 1_814_400);
        Assert.Equal(unlockTime, request.GetProperty("unlockTime").GetDateTimeOffset());
        Assert.Equal("20", request.Text("assets"));
    }

    [Fact]
    public async Task An_account_that_no_parachain_named_is_found_by_its_claim()
    {
        var byReceiver = await index.SendAsync(Everything, new { address = EvmAddress.Format(People.UnseenReceiver) });
        Assert.Equal(byReceiver, await index.SendAsync(Everything, new { address = Ss58.Encode(People.Unseen, 42) }));
        Assert.Contains("\"stakedShares\":\"30\"", byReceiver, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_has_no_holder()
    {
        var data = await index.AskAsync(Everything, new { address = "0x" + new string('7', 40) });
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.GetProperty("holder").ValueKind);
    }

    [Fact]
    public async Task A_holder_can_be_read_as_of_a_time()
    {
        var data = await index.AskAsync(
            """
            query ($address: Address!, $time: DateTime!) {
              holder(address: $address, asOf: { timestamp: $time }) { stakedValue positions { nodes { poolId shares } } }
            }
            """,
            new { address = Ss58.Encode(People.Ann), time = Story.Start.AddSeconds((12 * 11) + 1) }
        );
        Assert.Equal("1000", data.GetProperty("holder").Text("stakedValue"));
        Assert.Equal(["1000"], data.GetProperty("holder").GetProperty("positions").Texts("shares"));
    }
}
