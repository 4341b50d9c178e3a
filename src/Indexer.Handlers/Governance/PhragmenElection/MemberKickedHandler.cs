using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.PhragmenElection;

/// <summary>A member of the council lost its seat; a runner-up takes it.</summary>
internal sealed class MemberKickedHandler() : SubstrateHandler("PhragmenElection", "MemberKicked")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Election.Needs();

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return Election.Left(context, context.Fields.AccountId("member"), state);
    }
}
