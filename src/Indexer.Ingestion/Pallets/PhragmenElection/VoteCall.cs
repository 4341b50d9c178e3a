using Indexer.Domain;
using Indexer.Substrate;

namespace Indexer.Ingestion.Pallets.PhragmenElection;

/// <summary>An account votes in the elections of the council from now on; no event tells it.</summary>
internal sealed class VoteCall() : SubstrateCallHandler("PhragmenElection", "vote")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        yield return new StateChange(
            new ElectionVote
            {
                Voter = occurrence.Signer,
                Candidates = string.Join(
                    ',',
                    occurrence.Fields.Sequence("votes").OfType<ScaleBytes>().Select(candidate => candidate.ToString())
                ),
                Stake = occurrence.Fields.Balance("value"),
            }
        );
    }
}
