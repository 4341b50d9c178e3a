namespace Indexer.Domain.Tests;

public sealed class AccountIdTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(21)]
    [InlineData(33)]
    public void Other_lengths_are_refused(int length)
    {
        var exception = Assert.Throws<ArgumentException>(() => new AccountId(new byte[length]));
        Assert.Contains($"not {length}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_are_equal_by_their_bytes()
    {
        byte[] bytes = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        var account = new AccountId(bytes);
        Assert.Equal(account, new AccountId(bytes));
        Assert.Equal(account.GetHashCode(), new AccountId(bytes).GetHashCode());
        bytes[31]++;
        Assert.NotEqual(account, new AccountId(bytes));
    }

    [Fact]
    public void Claims_name_a_substrate_account_by_its_first_20_bytes()
    {
        byte[] bytes = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
        Assert.Equal(bytes[..20], new AccountId(bytes).ClaimUser());
    }
}
