using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>An account removed its vote; no event tells it.</summary>
internal sealed class RemoveVoteCall() : SubstrateCallHandler("Democracy", "remove_vote")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        return Votes.Remove(state, ProposalIds.Referendum(context.Fields.U32("index")), context.Signer);
    }
}
