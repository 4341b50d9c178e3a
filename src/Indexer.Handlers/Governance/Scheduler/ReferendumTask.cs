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
    private static ReadOnlySpan<byte> Prefix => "democrac"u8;

    /// <summary>Whether an event or call names a task as Democracy names its enactments.</summary>
    public static bool IsNamed(EventFields fields) =>
        Name(fields) is { Value: var name }
        && name.Length >= Prefix.Length
        && name[..Prefix.Length].SequenceEqual(Prefix);

    /// <summary>The referendum that waits for its enactment and whose task an event or call names; null when the task is another.</summary>
    public static ProposalState? Queued(EventFields fields, NetworkState state) =>
        Name(fields) is { } name
            ? state
                .Governance.ProposalsOfStatus(ProposalStatus.Queued)
                .FirstOrDefault(proposal => IsNamed(proposal.ProposalId, name.Value))
            : null;

    private static ScaleBytes? Name(EventFields fields) =>
        fields.Value("id") switch
        {
            ScaleBytes bytes => bytes,
            ScaleVariant { Name: "Some", Fields.Values: [ScaleBytes bytes] } => bytes,
            _ => null,
        };

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
        Prefix.CopyTo(own);
        BinaryPrimitives.WriteUInt32LittleEndian(own.AsSpan(8), index);
        return name.TrimEnd((byte)0).SequenceEqual(own.AsSpan().TrimEnd((byte)0))
            || name.SequenceEqual(StorageKey.Hash(StorageHasher.Blake2256, own));
    }
}
