using Indexer.Domain;
using Indexer.Handlers.Governance.Democracy;

namespace Indexer.Handlers.Governance.Scheduler;

/// <summary>
/// A scheduled task was carried out: of a referendum it is the enactment, unless Democracy.Executed said so already.
/// </summary>
internal sealed class DispatchedHandler() : SubstrateHandler("Scheduler", "Dispatched")
{
    public override StoredCall? CarriesOut(SubstrateEventContext context, NetworkState state) =>
        context.Error() is null && ReferendumTask.Queued(context.Fields, state) is { Hash: { } hash } referendum
            ? new StoredCall(referendum.ProposalId, hash)
            : null;

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var error = context.Error();
        return ReferendumTask.Queued(context.Fields, state)?.Enacted(error) ?? [];
    }
}
