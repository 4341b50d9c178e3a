using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion;

/// <summary>An event of a Substrate block as its handler gets it.</summary>
/// <param name="Block">The header of the block.</param>
/// <param name="Event">The event.</param>
/// <param name="Earlier">The indexed events of the block before it, in order: some events only make sense with them.</param>
public sealed record SubstrateOccurrence(BlockHeader Block, SubstrateEvent Event, IReadOnlyList<SubstrateEvent> Earlier)
{
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
}
