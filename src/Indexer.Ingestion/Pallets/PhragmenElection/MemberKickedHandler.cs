using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion.Pallets.PhragmenElection;

/// <summary>A member of the council lost its seat; a runner-up takes it.</summary>
internal sealed class MemberKickedHandler() : SubstrateHandler("PhragmenElection", "MemberKicked")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Election.Needs();

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return Election.Left(occurrence, occurrence.Fields.AccountId("member"), state);
    }
}
