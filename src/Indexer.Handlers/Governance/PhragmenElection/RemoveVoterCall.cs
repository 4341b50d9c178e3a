using Indexer.Domain;

namespace Indexer.Handlers.Governance.PhragmenElection;

/// <summary>An account votes no more in the elections of the council; no event tells it.</summary>
internal sealed class RemoveVoterCall() : SubstrateCallHandler("PhragmenElection", "remove_voter")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        if (state.Governance.ElectionVotes.Find(context.Signer) is { } vote)
        {
            yield return new StateChange(vote, Ends: true);
        }
    }
}
