using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>An account asked a registrar for a judgement.</summary>
internal sealed class JudgementRequestedHandler() : SubstrateHandler(IdentityStorage.Pallet, "JudgementRequested")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [IdentityStorage.Need(raised.Fields.AccountId("who"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        IdentityStorage.Read(context, state, context.Fields.AccountId("who"));
}
