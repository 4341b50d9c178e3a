using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.PhragmenElection;

/// <summary>A member, runner-up or candidate stepped back; a runner-up takes the seat of a member.</summary>
internal sealed class RenouncedHandler() : SubstrateHandler("PhragmenElection", "Renounced")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Election.Needs();

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return Election.Left(context, context.Fields.AccountId("candidate"), state);
    }
}
