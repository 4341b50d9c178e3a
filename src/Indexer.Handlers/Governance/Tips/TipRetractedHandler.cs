using Indexer.Domain;

namespace Indexer.Handlers.Governance.Tips;

/// <summary>Who suggested a tip took it back.</summary>
internal sealed class TipRetractedHandler() : SubstrateHandler("Tips", "TipRetracted")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return state
            .Tip(context.Fields.Hash("tip_hash"))
            .Become(
                ProposalEventKind.Cancelled,
                ProposalStatus.Cancelled,
                state: before => before with { Deposit = Pha.Zero }
            );
    }
}
