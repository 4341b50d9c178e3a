using System.Buffers.Binary;
using System.Text;
using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Substrate.Calls;

/// <summary>For whom a call is carried out that another call holds.</summary>
internal static class CallOrigins
{
    /// <summary>The account that an argument names.</summary>
    public static AccountId? Account(SubstrateCall call, string field) => Dispatch.AddressOf(call.Fields.Value(field));

    /// <summary>The account that dispatch_as names; null for an origin without account.</summary>
    public static AccountId? AsOrigin(SubstrateCall call) => Dispatch.AccountOf(call.Fields.Value("as_origin"));

    /// <summary>The pseudonym of an account: pallet_utility derives it from account and index.</summary>
    public static AccountId? Derivative(AccountId? origin, SubstrateCall call)
    {
        if (origin is not { } account)
        {
            return null;
        }

        var index = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(index, (ushort)call.Fields.U32("index"));
        return new AccountId(Blake2b.Hash(32, [.. "modlpy/utilisuba"u8, .. account.Bytes, .. index]));
    }

    /// <summary>The account of a multisig: pallet_multisig derives it from its sorted members and its threshold.</summary>
    public static AccountId? Multisig(AccountId? origin, SubstrateCall call, uint threshold)
    {
        if (origin is not { } account)
        {
            return null;
        }

        var members = call
            .Fields.Sequence("other_signatories")
            .OfType<ScaleBytes>()
            .Select(member => new AccountId(member.Value))
            .Append(account)
            .Order()
            .ToList();
        var encoded = new List<byte>(Encoding.ASCII.GetBytes("modlpy/utilisuba"));
        encoded.AddRange(Compact(members.Count));
        encoded.AddRange(members.SelectMany(member => member.ToArray()));
        encoded.AddRange([(byte)threshold, (byte)(threshold >> 8)]);
        return new AccountId(Blake2b.Hash(32, [.. encoded]));
    }

    /// <summary>A count of members as SCALE writes it; no multisig has 2^14 of them.</summary>
    private static byte[] Compact(int count) =>
        count < 64 ? [(byte)(count << 2)] : [(byte)((count << 2) | 1), (byte)(count >> 6)];
}
