using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>An account stated who it is, or stated it anew.</summary>
internal sealed class IdentitySetHandler() : SubstrateHandler(IdentityStorage.Pallet, "IdentitySet")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [IdentityStorage.Need(raised.Fields.AccountId("who"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        IdentityStorage.Read(context, state, context.Fields.AccountId("who"));
}
