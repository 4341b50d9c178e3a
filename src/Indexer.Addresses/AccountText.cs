using Indexer.Domain;

namespace Indexer.Addresses;

/// <summary>Accounts as people write them.</summary>
public static class AccountText
{
    private const int HexLengthOfSubstrate = 2 + (2 * AccountId.SubstrateLength);

    /// <summary>SS58 with prefix 30 for a Substrate account, EIP-55 for an EVM account.</summary>
    /// <param name="account">The account.</param>
    public static string Format(AccountId account) =>
        account.IsSubstrate ? Ss58.Encode(account) : EvmAddress.Format(account);

    /// <summary>
    /// Reads SS58 of any prefix, a public key as 0x and 64 hexadecimal digits, or an EVM address as 0x and 40, in any
    /// case: who looks something up may have changed it. Where an address decides what is done,
    /// <see cref="EvmAddress.Parse"/> verifies its checksum.
    /// </summary>
    /// <param name="text">The text, which may be anything.</param>
    /// <exception cref="FormatException">It is no address; says why.</exception>
    public static AccountId Parse(string text)
    {
        if (!text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return Ss58.Decode(text).Account;
        }

        if (text.Length != HexLengthOfSubstrate)
        {
            return EvmAddress.Parse(text.ToLowerInvariant());
        }

        var key = new byte[AccountId.SubstrateLength];
        return Convert.FromHexString(text.AsSpan(2), key, out _, out _) == System.Buffers.OperationStatus.Done
            ? new AccountId(key)
            : throw new FormatException(
                $"'{text}' is not a public key: it has a character that is not a hexadecimal digit."
            );
    }
}
