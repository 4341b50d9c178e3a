using Indexer.Domain;

namespace Indexer.Handlers.Governance.Tips;

/// <summary>Enough members of the council declared a tip: it can be paid after a countdown.</summary>
internal sealed class TipClosingHandler() : SubstrateHandler("Tips", "TipClosing")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return state
            .Tip(context.Fields.Hash("tip_hash"))
            .Become(
                ProposalEventKind.Closed,
                ProposalStatus.Passed,
                state: before =>
                    before with
                    {
                        EnactmentHeight = context.Block.Height + context.Runtime.Number("Tips", "TipCountdown"),
                    }
            );
    }
}
