using System.Diagnostics.CodeAnalysis;
using Indexer.Domain;

namespace Indexer.Addresses;

/// <summary>EVM addresses as text: 0x and 40 hexadecimal digits whose letter case is a checksum (EIP-55).</summary>
public static class EvmAddress
{
    private const int TextLength = 2 + 2 * AccountId.EvmLength;

    /// <summary>The address with its checksum.</summary>
    /// <exception cref="ArgumentException">The account is not an EVM account.</exception>
    public static string Format(AccountId account)
    {
        if (!account.IsEvm)
        {
            throw new ArgumentException($"{account} is not an EVM account of 20 bytes.", nameof(account));
        }

        var digits = Convert.ToHexStringLower(account.Bytes);
        var hash = Keccak256.Hash(digits);
        return string.Create(
            TextLength,
            (digits, hash),
            static (text, state) =>
            {
                "0x".CopyTo(text);
                for (var i = 0; i < state.digits.Length; i++)
                {
                    var nibble = i % 2 == 0 ? state.hash[i / 2] >> 4 : state.hash[i / 2] & 0xf;
                    text[2 + i] = nibble > 7 ? char.ToUpperInvariant(state.digits[i]) : state.digits[i];
                }
            }
        );
    }

    /// <summary>Reads an address in lower, upper or checksummed case.</summary>
    /// <exception cref="FormatException">It is no address, or mixes cases and the checksum is wrong.</exception>
    public static AccountId Parse(string text) =>
        Read(text, out var account) is { } problem ? throw new FormatException(problem) : account;

    /// <summary>Reads an address; false when it is none or its checksum is wrong.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountId account)
    {
        account = default;
        return text is not null && Read(text, out account) is null;
    }

    private static string? Read(string text, out AccountId account)
    {
        account = default;
        if (text.Length != TextLength || !text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return $"'{Shorten(text)}' is not an EVM address: 0x and {2 * AccountId.EvmLength} hexadecimal digits are expected.";
        }

        var digits = text.AsSpan(2);
        Span<byte> bytes = stackalloc byte[AccountId.EvmLength];
        if (Convert.FromHexString(digits, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return $"'{text}' is not an EVM address: it has a character that is not a hexadecimal digit.";
        }

        account = new AccountId(bytes);
        var mixed = digits.ContainsAnyInRange('a', 'f') && digits.ContainsAnyInRange('A', 'F');
        return mixed && !digits.SequenceEqual(Format(account).AsSpan(2))
            ? $"The checksum of the EVM address '{text}' is wrong; did you mean {Format(account)}?"
            : null;
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "...";
}
