using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.VotesToken;

/// <summary>DelegateVotesChanged: the votes that an account may cast from now on.</summary>
internal sealed class DelegateVotesChangedHandler()
    : VotesTokenHandler("DelegateVotesChanged(address indexed delegate, uint256 previousVotes, uint256 newVotes)")
{
    public override IEnumerable<Change> Handle(EvmOccurrence occurrence, NetworkState state) =>
        [
            new StateChange(
                PowerOf(occurrence.Contract, occurrence.Event.Address("delegate"), state) with
                {
                    Votes = occurrence.Amount("newVotes"),
                }
            ),
        ];
}
