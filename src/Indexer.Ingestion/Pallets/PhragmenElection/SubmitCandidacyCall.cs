using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhragmenElection;

/// <summary>An account stands for the council; no event tells it.</summary>
internal sealed class SubmitCandidacyCall() : SubstrateCallHandler("PhragmenElection", "submit_candidacy")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        yield return new StateChange(
            new CollectiveMember
            {
                Body = CollectiveBody.Council,
                Account = occurrence.Signer,
                Role = CollectiveRole.Candidate,
            }
        );
    }
}
