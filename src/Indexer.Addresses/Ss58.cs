using System.Diagnostics.CodeAnalysis;
using System.Text;
using Indexer.Domain;
using SimpleBase;

namespace Indexer.Addresses;

/// <summary>
/// The text form of Substrate accounts: base58 of a network prefix of one or two bytes, the 32 bytes of the account and
/// two bytes of a BLAKE2b-512 checksum (docs.substrate.io, "SS58 address format").
/// </summary>
public static class Ss58
{
    /// <summary>The prefix of Phala and Khala.</summary>
    public const ushort PhalaPrefix = 30;

    /// <summary>The greatest prefix, 14 bits.</summary>
    public const ushort MaxPrefix = 16383;

    private const int ChecksumLength = 2;
    private const int MaxTextLength = 60;

    /// <summary>Writes an account.</summary>
    /// <param name="account">A Substrate account.</param>
    /// <param name="prefix">The network.</param>
    /// <exception cref="ArgumentException">The account is not a Substrate one, or the prefix is too great or reserved (46, 47).</exception>
    public static string Encode(AccountId account, ushort prefix = PhalaPrefix)
    {
        if (!account.IsSubstrate)
        {
            throw new ArgumentException($"{account} is not a Substrate account of 32 bytes.", nameof(account));
        }

        if (prefix is > MaxPrefix or 46 or 47)
        {
            throw new ArgumentException(
                $"{prefix} is not an SS58 prefix: 0 to {MaxPrefix} without 46 and 47.",
                nameof(prefix)
            );
        }

        byte[] payload =
        [
            .. prefix < 64
                ? [(byte)prefix]
                : new[] { (byte)(0x40 | ((prefix >> 2) & 0x3f)), (byte)((prefix >> 8) | ((prefix & 3) << 6)) },
            .. account.Bytes,
        ];
        return Base58.Bitcoin.Encode([.. payload, .. Checksum(payload)]);
    }

    /// <summary>Reads an account written for any network.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is not an SS58 account; says why.</exception>
    public static Ss58Address Decode(string text) =>
        TryDecode(text, out var address, out var problem) ? address : throw new FormatException(problem);

    /// <summary>Reads an account written for any network.</summary>
    /// <param name="text">The text, which may be anything.</param>
    /// <param name="address">The account, when it is one.</param>
    /// <param name="problem">Why it is none, in a sentence.</param>
    public static bool TryDecode(string text, out Ss58Address address, [NotNullWhen(false)] out string? problem)
    {
        address = default;
        problem = null;
        Span<byte> bytes = stackalloc byte[2 * MaxTextLength];
        if (text.Length > MaxTextLength)
        {
            problem = $"An SS58 address has fewer than {MaxTextLength} characters, not {text.Length}.";
        }
        else if (!Ascii.IsValid(text) || !Base58.Bitcoin.TryDecode(text, bytes, out var length))
        {
            problem = $"\"{text}\" is not an SS58 address: it has a character that base58 does not have.";
        }
        else
        {
            problem = Parse(bytes[..length], out address);
            problem = problem is null ? null : $"\"{text}\" is not an SS58 address: {problem}.";
        }

        return problem is null;
    }

    private static string? Parse(ReadOnlySpan<byte> bytes, out Ss58Address address)
    {
        address = default;
        var prefixLength = bytes is [>= 0x40, ..] ? 2 : 1;
        if (bytes.Length != prefixLength + AccountId.SubstrateLength + ChecksumLength)
        {
            return $"it has {bytes.Length} bytes, not {prefixLength + AccountId.SubstrateLength + ChecksumLength}";
        }

        if (bytes[0] >= 0x80)
        {
            return $"its first byte {bytes[0]} is reserved";
        }

        if (!bytes[^ChecksumLength..].SequenceEqual(Checksum(bytes[..^ChecksumLength])))
        {
            return "its checksum is wrong, so that it has been misspelt";
        }

        var prefix =
            prefixLength == 1 ? bytes[0] : ((bytes[0] & 0x3f) << 2) | (bytes[1] >> 6) | ((bytes[1] & 0x3f) << 8);
        address = new Ss58Address((ushort)prefix, new AccountId(bytes[prefixLength..^ChecksumLength]));
        return null;
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> payload) =>
        Blake2b.Hash(64, [.. "SS58PRE"u8, .. payload]).AsSpan(0, ChecksumLength);
}
