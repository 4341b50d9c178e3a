using System.Diagnostics.CodeAnalysis;

namespace Indexer.Domain;

/// <summary>
/// An account of any indexed chain: the 32-byte public key of a Substrate account, or the 20 bytes of an EVM account.
/// The length tells which. Value semantics; default is no account.
/// </summary>
public readonly struct AccountId : IEquatable<AccountId>, IComparable<AccountId>
{
    /// <summary>Bytes of a Substrate account id.</summary>
    public const int SubstrateLength = 32;

    /// <summary>
    /// How accounts of a Substrate chain begin that no person has a key of: those of pallets (modl), and of other parachains as the relay chain
    /// and as this chain know them (para, sibl). Source: frame_support PalletId, polkadot-parachain primitives Id and Sibling.
    /// </summary>
    public static readonly IReadOnlyList<string> KeylessPrefixes = ["modl", "para", "sibl"];

    /// <summary>Bytes of an EVM address.</summary>
    public const int EvmLength = 20;

    private readonly byte[]? bytes;

    /// <summary>The account with the given bytes.</summary>
    /// <param name="bytes">32 bytes (Substrate) or 20 bytes (EVM); copied.</param>
    /// <exception cref="ArgumentException">The length is neither.</exception>
    public AccountId(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is not (SubstrateLength or EvmLength))
        {
            throw new ArgumentException(
                $"An account has {SubstrateLength} bytes (Substrate) or {EvmLength} bytes (EVM), not {bytes.Length}.",
                nameof(bytes)
            );
        }

        this.bytes = bytes.ToArray();
    }

    /// <summary>The bytes of the account; empty for default.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Whether this is a Substrate account.</summary>
    public bool IsSubstrate => bytes is { Length: SubstrateLength };

    /// <summary>Whether this is an EVM account.</summary>
    public bool IsEvm => bytes is { Length: EvmLength };

    /// <summary>
    /// The first 20 bytes: for a Substrate account the <c>user</c> by which the claim contracts on Ethereum know it,
    /// for an EVM account the account itself.
    /// </summary>
    public byte[] ClaimUser() => Bytes[..EvmLength].ToArray();

    /// <summary>A copy of the bytes, the form that the database stores.</summary>
    public byte[] ToArray() => Bytes.ToArray();

    /// <summary>Lower-case hexadecimal with 0x.</summary>
    public override string ToString() => Hex.Of(Bytes);

    /// <inheritdoc />
    public bool Equals(AccountId other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is AccountId other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <summary>Orders by bytes, a shorter prefix first.</summary>
    public int CompareTo(AccountId other) => Bytes.SequenceCompareTo(other.Bytes);

    /// <summary>Whether both are the same account.</summary>
    public static bool operator ==(AccountId left, AccountId right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(AccountId left, AccountId right) => !left.Equals(right);

    /// <summary>Byte order.</summary>
    public static bool operator <(AccountId left, AccountId right) => left.CompareTo(right) < 0;

    /// <summary>Byte order.</summary>
    public static bool operator <=(AccountId left, AccountId right) => left.CompareTo(right) <= 0;

    /// <summary>Byte order.</summary>
    public static bool operator >(AccountId left, AccountId right) => left.CompareTo(right) > 0;

    /// <summary>Byte order.</summary>
    public static bool operator >=(AccountId left, AccountId right) => left.CompareTo(right) >= 0;
}
