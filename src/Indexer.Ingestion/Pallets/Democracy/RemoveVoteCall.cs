using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>An account removed its vote; no event tells it.</summary>
internal sealed class RemoveVoteCall() : SubstrateCallHandler("Democracy", "remove_vote")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        return Votes.Remove(state, ProposalIds.Referendum(occurrence.Fields.U32("index")), occurrence.Signer);
    }
}
