using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>A registrar said what it thinks of an identity.</summary>
internal sealed class JudgementGivenHandler() : SubstrateHandler(IdentityStorage.Pallet, "JudgementGiven")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [IdentityStorage.Need(raised.Fields.AccountId("target"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        IdentityStorage.Read(context, state, context.Fields.AccountId("target"));
}
