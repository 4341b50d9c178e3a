using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>A referendum that goes on, as Democracy.ReferendumInfoOf states it.</summary>
/// <param name="End">The block in whose beginning it is counted: the last votes are those of the block before.</param>
/// <param name="Delay">Blocks from there to its enactment.</param>
/// <param name="Call">What it would carry out.</param>
/// <param name="Ayes">Weight in favour.</param>
/// <param name="Nays">Weight against.</param>
/// <param name="Turnout">What stands behind the votes.</param>
internal sealed record ReferendumInfo(long End, long Delay, CallHash Call, Pha Ayes, Pha Nays, Pha Turnout)
{
    public const string Pallet = "Democracy";
    public const string Entry = "ReferendumInfoOf";

    /// <summary>The entry of the referendum that an event names.</summary>
    public static StorageNeed Need(SubstrateEvent raised, bool atParent) =>
        new(Pallet, Entry, atParent, StorageKeys.U32(raised.Fields.U32("ref_index")));

    /// <summary>Reads the stored value; null when there is none, or the referendum is finished.</summary>
    public static ReferendumInfo? Ongoing(ScaleValue? stored)
    {
        if (stored is not ScaleVariant { Name: "Ongoing", Fields.Values: [ScaleComposite status] })
        {
            return null;
        }

        var fields = new EventFields($"{Pallet}.{Entry}", status.Fields);
        var tally = fields.Composite("tally");
        return new ReferendumInfo(
            fields.U32("end"),
            fields.U32("delay"),
            CallHash.Of(fields.Value(fields.Has("proposal") ? "proposal" : "proposal_hash")),
            tally.Balance("ayes"),
            tally.Balance("nays"),
            tally.Balance("turnout")
        );
    }
}
