using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A public proposal was struck down.
/// </summary>
internal sealed class ProposalCanceledHandler() : SubstrateHandler("Democracy", "ProposalCanceled")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return PublicProposals.Cancelled(state, context.Fields.U32("prop_index"));
    }
}
