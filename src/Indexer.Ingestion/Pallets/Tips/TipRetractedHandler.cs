using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Tips;

/// <summary>Who suggested a tip took it back.</summary>
internal sealed class TipRetractedHandler() : SubstrateHandler("Tips", "TipRetracted")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return state
            .Tip(occurrence.Fields.Hash("tip_hash"))
            .Become(
                ProposalEventKind.Cancelled,
                ProposalStatus.Cancelled,
                state: before => before with { Deposit = Pha.Zero }
            );
    }
}
