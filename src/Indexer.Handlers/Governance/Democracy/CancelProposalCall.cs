using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>A public proposal was struck down, in a runtime without the event ProposalCanceled.</summary>
internal sealed class CancelProposalCall() : SubstrateCallHandler("Democracy", "cancel_proposal")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        return context.HasEvent("ProposalCanceled")
            ? []
            : PublicProposals.Cancelled(state, context.Fields.U32("prop_index"));
    }
}
