using System.Text;

namespace Indexer.Simulator;

/// <summary>A Substrate account: 32 bytes, kept as lower-case <c>0x</c> hex of 64 digits.</summary>
/// <param name="Hex">The account id as <c>0x</c> and 64 lower-case hex digits.</param>
public readonly record struct AccountId(string Hex) : IComparable<AccountId>
{
    /// <summary>The 32 bytes of the account id.</summary>
    public byte[] Bytes => Simulator.Hex.Decode(Hex);

    /// <summary>
    /// The first 20 bytes as <c>0x</c> hex: the <c>user</c> under which the EVM claimers know this account
    /// (domain: the claim protocol keys claims by <c>u8aToHex(publicKey).slice(0, 42)</c>).
    /// </summary>
    public string ClaimPrefix => Hex[..42];

    /// <summary>Makes an account id from its 32 bytes.</summary>
    /// <param name="bytes">Exactly 32 bytes.</param>
    public static AccountId From(ReadOnlySpan<byte> bytes) => new(Simulator.Hex.Encode(bytes));

    /// <summary>Ordered by bytes, as the runtime's BTreeMap orders accounts.</summary>
    public int CompareTo(AccountId other) => string.CompareOrdinal(Hex, other.Hex);

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(AccountId left, AccountId right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(AccountId left, AccountId right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(AccountId left, AccountId right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(AccountId left, AccountId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => Hex;

    /// <summary>An account made of a text and zero padding, as the runtime decodes pallet ids.</summary>
    internal static AccountId Padded(string text, ReadOnlySpan<byte> more = default)
    {
        byte[] all = [.. Encoding.ASCII.GetBytes(text), .. more, .. new byte[32]];
        return From(all.AsSpan(0, 32));
    }
}
