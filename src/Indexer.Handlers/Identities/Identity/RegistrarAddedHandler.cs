using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>Somebody judges identities from now on.</summary>
internal sealed class RegistrarAddedHandler() : SubstrateHandler(IdentityStorage.Pallet, "RegistrarAdded")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => [IdentityStorage.NeedRegistrars];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        IdentityStorage.ReadRegistrars(context, state);
}
