using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>An account got a sub-account.</summary>
internal sealed class SubIdentityAddedHandler() : SubstrateHandler(IdentityStorage.Pallet, "SubIdentityAdded")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [IdentityStorage.NeedParent(raised.Fields.AccountId("sub"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        IdentityStorage.ReadParent(context, state, context.Fields.AccountId("sub"));
}
