using FsCheck;
using FsCheck.Fluent;
using Indexer.Domain;

namespace Indexer.Addresses.Tests;

public sealed class EvmAddressTests
{
    // The examples of EIP-55, and the PHA vault.
    [Theory]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    [InlineData("0x8617E340B3D01FA5F11F306F4090FD50E238070D")]
    [InlineData("0xde709f2102306220921060314715629080e2fb77")]
    [InlineData("0x27b1fdb04752bbc536007a920d24acb045561c26")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    [InlineData("0x21d6eC8fc14CaAcc55aFA23cBa66798DAB3a0ec0")]
    public void Checksummed_addresses_are_read_in_any_case_and_written_back(string text)
    {
        var account = EvmAddress.Parse(text);

        Assert.Equal(text, EvmAddress.Format(account));
        Assert.Equal(account, EvmAddress.Parse(text.ToLowerInvariant()));
        Assert.Equal(account, EvmAddress.Parse("0x" + text[2..].ToUpperInvariant()));
        Assert.Equal(account, EvmAddress.Parse("0X" + text[2..]));
    }

    [Fact]
    public void A_wrong_checksum_is_refused_with_the_right_one()
    {
        var error = Assert.Throws<FormatException>(() =>
            EvmAddress.Parse("0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
        );

        Assert.Contains("did you mean 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed?", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed00")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedd")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe ")]
    public void What_is_no_address_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => EvmAddress.Parse(text));
        Assert.False(EvmAddress.TryParse(text, out _));
    }

    [Fact]
    public void A_substrate_account_has_no_evm_address() =>
        Assert.Throws<ArgumentException>(() => EvmAddress.Format(new AccountId(new byte[32])));

    [Fact]
    public void Every_address_survives_writing_and_reading() =>
        Prop.ForAll(
                Gen.ArrayOf(ArbMap.Default.GeneratorFor<byte>(), AccountId.EvmLength).ToArbitrary(),
                bytes => EvmAddress.Parse(EvmAddress.Format(new AccountId(bytes))) == new AccountId(bytes)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_changed_letter_case_is_noticed()
    {
        const string text = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        for (var i = 2; i < text.Length; i++)
        {
            if (char.IsAsciiLetter(text[i]))
            {
                Assert.False(
                    EvmAddress.TryParse(
                        string.Concat(text[..i], ((char)(text[i] ^ 0x20)).ToString(), text[(i + 1)..]),
                        out _
                    )
                );
            }
        }
    }
}
