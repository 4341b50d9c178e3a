using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>A sub-account left its account.</summary>
internal sealed class SubIdentityRevokedHandler() : SubstrateHandler(IdentityStorage.Pallet, "SubIdentityRevoked")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [IdentityStorage.NeedParent(raised.Fields.AccountId("sub"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        IdentityStorage.ReadParent(context, state, context.Fields.AccountId("sub"));
}
