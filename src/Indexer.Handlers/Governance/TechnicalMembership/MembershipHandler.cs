using Indexer.Domain;
using Indexer.Handlers.Governance.Collectives;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.TechnicalMembership;

/// <summary>The members of the technical committee changed. The events do not say how: the storage tells who sits.</summary>
/// <param name="name">The event.</param>
internal abstract class MembershipHandler(string name) : SubstrateHandler("TechnicalMembership", name)
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => [Seats.Need("TechnicalCommittee")];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        Seats.Become(state, CollectiveBody.TechnicalCommittee, [.. Seats.Stated(context, "TechnicalCommittee") ?? []]);
}
