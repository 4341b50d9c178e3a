using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>An account asks a registrar no more.</summary>
internal sealed class JudgementUnrequestedHandler() : SubstrateHandler(IdentityStorage.Pallet, "JudgementUnrequested")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [IdentityStorage.Need(raised.Fields.AccountId("who"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        IdentityStorage.Read(context, state, context.Fields.AccountId("who"));
}
