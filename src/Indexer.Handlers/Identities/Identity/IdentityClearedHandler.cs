using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>An account took back who it is; its sub-accounts lose their names.</summary>
internal sealed class IdentityClearedHandler() : SubstrateHandler(IdentityStorage.Pallet, "IdentityCleared")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [IdentityStorage.Need(raised.Fields.AccountId("who"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        IdentityStorage.Drop(context, state, context.Fields.AccountId("who"));
}
