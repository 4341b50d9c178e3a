using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A referendum passed: its call is scheduled.
/// </summary>
internal sealed class PassedHandler() : SubstrateHandler("Democracy", "Passed")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Decision.Needs(raised);

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        Decision.End(context, state, ProposalEventKind.Passed, ProposalStatus.Queued);
}
