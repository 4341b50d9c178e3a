using System.Buffers.Binary;
using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;
using Indexer.Substrate.Keys;
using Indexer.Substrate.Metadata;

namespace Indexer.Handlers.Governance.Scheduler;

/// <summary>
/// The scheduled enactment of a referendum. Its task is named by the bytes <c>democrac</c> and the number; tasks that
/// the upgrade to polkadot 0.9.32 found waiting were renamed to the hash of that.
/// </summary>
internal static class ReferendumTask
{
    /// <summary>The referendum that waits for its enactment and whose task an event or call names; null when the task is another.</summary>
    public static ProposalState? Queued(EventFields fields, NetworkState state)
    {
        var name = fields.Value("id") switch
        {
            ScaleBytes bytes => bytes,
            ScaleVariant { Name: "Some", Fields.Values: [ScaleBytes bytes] } => bytes,
            _ => null,
        };
        return name is null
            ? null
            : state
                .Governance.ProposalsOfStatus(ProposalStatus.Queued)
                .FirstOrDefault(proposal => IsNamed(proposal.ProposalId, name.Value));
    }

    private static bool IsNamed(string proposalId, ReadOnlySpan<byte> name)
    {
        if (
            proposalId.Split('/') is not ["referendum", var number]
            || !uint.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var index)
        )
        {
            return false;
        }

        var own = new byte[12];
        "democrac"u8.CopyTo(own);
        BinaryPrimitives.WriteUInt32LittleEndian(own.AsSpan(8), index);
        return name.TrimEnd((byte)0).SequenceEqual(own.AsSpan().TrimEnd((byte)0))
            || name.SequenceEqual(StorageKey.Hash(StorageHasher.Blake2256, own));
    }
}
