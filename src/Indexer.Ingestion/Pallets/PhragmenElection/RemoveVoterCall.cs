using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhragmenElection;

/// <summary>An account votes no more in the elections of the council; no event tells it.</summary>
internal sealed class RemoveVoterCall() : SubstrateCallHandler("PhragmenElection", "remove_voter")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        if (state.Governance.ElectionVotes.Find(occurrence.Signer) is { } vote)
        {
            yield return new StateChange(vote, Ends: true);
        }
    }
}
