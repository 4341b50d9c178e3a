using Indexer.Domain;

namespace Indexer.Handlers.Governance.PhragmenElection;

/// <summary>An account stands for the council; no event tells it.</summary>
internal sealed class SubmitCandidacyCall() : SubstrateCallHandler("PhragmenElection", "submit_candidacy")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        yield return new StateChange(
            new CollectiveMember
            {
                Body = CollectiveBody.Council,
                Account = context.Signer,
                Role = CollectiveRole.Candidate,
            }
        );
    }
}
