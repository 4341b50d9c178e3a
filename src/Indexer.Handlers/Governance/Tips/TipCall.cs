using Indexer.Domain;

namespace Indexer.Handlers.Governance.Tips;

/// <summary>A member of the council declared what a tip is worth to it; no event tells it.</summary>
internal sealed class TipCall() : SubstrateCallHandler("Tips", "tip")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        yield return state
            .Tip(context.Fields.Hash("hash"))
            .Step(ProposalEventKind.Backed, context.Signer, context.Fields.Balance("tip_value"));
    }
}
