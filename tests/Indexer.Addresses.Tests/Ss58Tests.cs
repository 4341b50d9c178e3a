using System.Text.Json;
using Indexer.Domain;
using Indexer.TestKit;

namespace Indexer.Addresses.Tests;

public sealed class Ss58Tests
{
    /// <summary>Alice of the development chains, as Substrate's subkey prints her for its prefix 42.</summary>
    private const string Alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

    private static readonly AccountId AliceId = new(
        Convert.FromHexString("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d")
    );

    [Fact]
    public void A_known_account_is_read_and_written()
    {
        Assert.Equal(new Ss58Address(42, AliceId), Ss58.Decode(Alice));
        Assert.Equal(Alice, Ss58.Encode(AliceId, 42));
        Assert.Equal(30, Ss58.Decode(Ss58.Encode(AliceId)).Prefix);
    }

    [Fact]
    public void Every_prefix_comes_back()
    {
        foreach (var prefix in Enumerable.Range(0, Ss58.MaxPrefix + 1).Where(prefix => prefix is not (46 or 47)))
        {
            Assert.Equal(new Ss58Address((ushort)prefix, AliceId), Ss58.Decode(Ss58.Encode(AliceId, (ushort)prefix)));
        }
    }

    [Fact]
    public async Task Addresses_are_those_of_the_reference_implementation()
    {
        var output = await NodePackages.RunAsync("ss58.mjs", "", TestContext.Current.CancellationToken);
        using var vectors = JsonDocument.Parse(output);
        Assert.True(vectors.RootElement.GetArrayLength() > 500);
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var text = vector.GetProperty("address").GetString()!;
            var account = new AccountId(Convert.FromHexString(vector.GetProperty("account").GetString()!));
            var prefix = vector.GetProperty("prefix").GetUInt16();
            Assert.Equal(text, Ss58.Encode(account, prefix));
            Assert.Equal(new Ss58Address(prefix, account), Ss58.Decode(text));
        }
    }

    [Theory]
    [InlineData("", "0 bytes")]
    [InlineData("5", "bytes")]
    [InlineData("0x1234", "base58")]
    [InlineData("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ", "checksum")]
    [InlineData("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQ", "bytes")]
    [InlineData("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKut€Y", "base58")]
    [InlineData("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQé", "base58")]
    [InlineData("11111111111111111111111111111111111111111111111111111111111111111111111111", "characters")]
    [InlineData("111111111111111111111111111111111111111111111111111111111111", "60 bytes")]
    public void What_is_no_address_is_refused_with_the_reason(string text, string reason)
    {
        Assert.False(Ss58.TryDecode(text, out _, out var problem));
        Assert.Contains(reason, problem);
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Ss58.Decode(text)).Message);
    }

    [Fact]
    public void One_changed_character_is_always_found()
    {
        foreach (var (index, letter) in Alice.Index())
        {
            var changed = $"{Alice[..index]}{(letter == '2' ? '3' : '2')}{Alice[(index + 1)..]}";
            Assert.False(Ss58.TryDecode(changed, out _, out _), changed);
        }
    }

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Ss58.Encode(new AccountId(new byte[20])));
        Assert.Throws<ArgumentException>(() => Ss58.Encode(AliceId, 16384));
        Assert.Throws<ArgumentException>(() => Ss58.Encode(AliceId, 46));
    }
}
