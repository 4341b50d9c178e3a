using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion;

/// <summary>An event of a Substrate block as its handler gets it.</summary>
/// <param name="Block">The header of the block.</param>
/// <param name="Event">The event.</param>
/// <param name="Earlier">The indexed events of the block before it, in order: some events only make sense with them.</param>
public sealed record SubstrateEventContext(
    BlockHeader Block,
    SubstrateEvent Event,
    IReadOnlyList<SubstrateEvent> Earlier
)
{
    /// <summary>The runtime that executed the block; null only where a test has none.</summary>
    public SubstrateRuntime? Runtime { get; init; }

    /// <summary>The wanted calls that extrinsics of the block carried out, and those that they had stored before.</summary>
    public IReadOnlyList<DispatchedCall> Calls { get; init; } = [];

    /// <summary>The values that the handler needs of the chain's storage.</summary>
    public IReadOnlyDictionary<StorageNeed, ScaleValue?> Storage { get; init; } =
        new Dictionary<StorageNeed, ScaleValue?>();

    /// <summary>The fields of the event.</summary>
    public EventFields Fields => Event.Fields;

    /// <summary>The indexed events of the same extrinsic before it, the latest first.</summary>
    public IEnumerable<SubstrateEvent> EarlierInExtrinsic()
    {
        for (var i = Earlier.Count - 1; i >= 0 && Earlier[i].ExtrinsicIndex == Event.ExtrinsicIndex; i--)
        {
            yield return Earlier[i];
        }
    }

    /// <summary>
    /// The call of the event's pallet that raised it; null when no extrinsic holds it, as with scheduled calls. Where nothing
    /// parts the events of a batch's calls (before spec 1040), each call of these names raised one event of the kind.
    /// </summary>
    /// <param name="names">The names that the call may have.</param>
    public DispatchedCall? Call(params IReadOnlyList<string> names)
    {
        List<DispatchedCall> possible =
        [
            .. Calls.Where(call =>
                call.Call.Pallet == Event.Pallet
                && names.Contains(call.Call.Name, StringComparer.Ordinal)
                && call.Raised(Event)
            ),
        ];
        return possible.Count < 2
            ? possible.FirstOrDefault()
            : possible.ElementAtOrDefault(
                Earlier.Count(earlier =>
                    earlier.Pallet == Event.Pallet && earlier.Name == Event.Name && possible[0].Raised(earlier)
                )
            );
    }

    /// <summary>A value of the storage that the handler asked for; null when nothing is stored or known.</summary>
    public ScaleValue? Stored(string pallet, string entry, bool atParent = false) =>
        StorageNeed.Find(Storage, pallet, entry, atParent);
}
