using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Tips;

/// <summary>Enough members of the council declared a tip: it can be paid after a countdown.</summary>
internal sealed class TipClosingHandler() : SubstrateHandler("Tips", "TipClosing")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return state
            .Tip(occurrence.Fields.Hash("tip_hash"))
            .Become(
                ProposalEventKind.Closed,
                ProposalStatus.Passed,
                state: before =>
                    before with
                    {
                        EnactmentHeight = occurrence.Block.Height + occurrence.Runtime.Number("Tips", "TipCountdown"),
                    }
            );
    }
}
