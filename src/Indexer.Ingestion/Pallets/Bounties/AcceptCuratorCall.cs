using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>A curator accepted a bounty; no event tells it.</summary>
internal sealed class AcceptCuratorCall() : SubstrateCallHandler("Bounties", "accept_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        yield return BountyProposals.Named(occurrence, state).Step(ProposalEventKind.CuratorChanged, occurrence.Signer);
    }
}
