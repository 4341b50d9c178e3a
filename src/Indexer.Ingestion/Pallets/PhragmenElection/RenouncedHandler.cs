using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion.Pallets.PhragmenElection;

/// <summary>A member, runner-up or candidate stepped back; a runner-up takes the seat of a member.</summary>
internal sealed class RenouncedHandler() : SubstrateHandler("PhragmenElection", "Renounced")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Election.Needs();

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return Election.Left(occurrence, occurrence.Fields.AccountId("candidate"), state);
    }
}
