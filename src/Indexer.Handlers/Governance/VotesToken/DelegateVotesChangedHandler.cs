using Indexer.Domain;

namespace Indexer.Handlers.Governance.VotesToken;

/// <summary>DelegateVotesChanged: the votes that an account may cast from now on.</summary>
internal sealed class DelegateVotesChangedHandler()
    : VotesTokenHandler("DelegateVotesChanged(address indexed delegate, uint256 previousVotes, uint256 newVotes)")
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        [
            new StateChange(
                PowerOf(context.Contract, context.Event.Address("delegate"), state) with
                {
                    Votes = context.Amount("newVotes"),
                }
            ),
        ];
}
