using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A referendum did not pass.
/// </summary>
internal sealed class NotPassedHandler() : SubstrateHandler("Democracy", "NotPassed")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Decision.Needs(raised);

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        Decision.End(context, state, ProposalEventKind.Rejected, ProposalStatus.Rejected);
}
