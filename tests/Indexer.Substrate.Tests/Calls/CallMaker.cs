using Indexer.Domain;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;
using Org.BouncyCastle.Crypto.Digests;

namespace Indexer.Substrate.Tests.Calls;

/// <summary>Makes calls and values as a decoder gives them, and accounts as the pallets derive them.</summary>
internal static class CallMaker
{
    public static AccountId Account(byte number) => new([.. Enumerable.Repeat(number, AccountId.SubstrateLength)]);

    public static byte[] Blake2(params IEnumerable<byte> message)
    {
        byte[] bytes = [.. message];
        var (digest, hash) = (new Blake2bDigest(256), new byte[32]);
        digest.BlockUpdate(bytes, 0, bytes.Length);
        digest.DoFinal(hash, 0);
        return hash;
    }

    /// <summary>pallet_multisig, multi_account_id: SCALE of the prefix, the sorted members and the threshold.</summary>
    public static AccountId Multisig(IEnumerable<AccountId> members, ushort threshold)
    {
        List<AccountId> sorted =
        [
            .. members.OrderBy(member => Convert.ToHexString(member.Bytes), StringComparer.Ordinal),
        ];
        return new AccountId(
            Blake2([
                .. "modlpy/utilisuba"u8,
                (byte)(sorted.Count * 4),
                .. sorted.SelectMany(member => member.ToArray()),
                (byte)threshold,
                (byte)(threshold >> 8),
            ])
        );
    }

    /// <summary>pallet_utility, derivative_account_id.</summary>
    public static AccountId Derivative(AccountId account, ushort index) =>
        new(Blake2([.. "modlpy/utilisuba"u8, .. account.ToArray(), (byte)index, (byte)(index >> 8)]));

    /// <summary>A call; its encoding is a number, so that equal numbers stand for equal calls.</summary>
    public static SubstrateCall Call(
        string pallet,
        string name,
        int number,
        IReadOnlyList<SubstrateCall> inner,
        params (string Name, ScaleValue Value)[] fields
    ) =>
        new(pallet, name, Fields($"{pallet}.{name}", fields), inner)
        {
            Encoded = BitConverter.GetBytes(number),
            IsWanted = true,
        };

    public static EventFields Fields(string path, params (string Name, ScaleValue Value)[] fields) =>
        new(path, new ScaleFields([.. fields.Select(field => field.Name)], [.. fields.Select(field => field.Value)]));

    public static ScaleValue Number(int value) => new ScaleInteger((UInt128)value);

    public static ScaleValue Bytes(ReadOnlySpan<byte> value) => new ScaleBytes(value);

    public static ScaleValue Of(AccountId account) => new ScaleBytes(account.Bytes);

    public static ScaleValue Accounts(IEnumerable<AccountId> accounts) => new ScaleSequence([.. accounts.Select(Of)]);

    public static ScaleValue Case(string name, params ScaleValue[] values) =>
        new ScaleVariant(name, new ScaleFields([.. values.Select(_ => (string?)null)], values));

    public static ScaleValue Result(bool isOk) =>
        isOk ? Case("Ok", new ScaleComposite(new ScaleFields([], []))) : Case("Err", Case("BadOrigin"));
}
