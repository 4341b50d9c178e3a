using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.PhragmenElection;

/// <summary>
/// An account votes in the elections of the council from now on; no event tells it. No more than the account has stands
/// behind the vote, which only the storage tells.
/// </summary>
internal sealed class VoteCall() : SubstrateCallHandler("PhragmenElection", "vote")
{
    public override IEnumerable<StorageNeed> Needs(DispatchedCall call) =>
        call.Origin is { } voter ? [new StorageNeed(Pallet, "Voting", AtParent: false, voter.ToArray())] : [];

    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var asked = context.Fields.Balance("value");
        // Removed again in the same block, it is nothing at its end.
        var locked = context.Stored(Pallet, "Voting") is ScaleComposite voter
            ? new EventFields($"{Pallet}.Voting", voter.Fields).Balance("stake")
            : asked;
        yield return new StateChange(
            new ElectionVote
            {
                Voter = context.Signer,
                Candidates = string.Join(
                    ',',
                    context.Fields.Sequence("votes").OfType<ScaleBytes>().Select(candidate => candidate.ToString())
                ),
                Stake = locked.Units > 0 && locked < asked ? locked : asked,
            }
        );
    }
}
