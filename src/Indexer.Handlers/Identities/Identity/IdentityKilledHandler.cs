using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>The chain took away what an account stated, because it was found to be wrong.</summary>
internal sealed class IdentityKilledHandler() : SubstrateHandler(IdentityStorage.Pallet, "IdentityKilled")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [IdentityStorage.Need(raised.Fields.AccountId("who"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        IdentityStorage.Drop(context, state, context.Fields.AccountId("who"));
}
