using Indexer.Domain;
using Indexer.Handlers.Governance.Democracy;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Scheduler;

/// <summary>
/// A scheduled task was carried out: of a referendum it is the enactment, unless Democracy.Executed said so already. What
/// another task did, its call on the agenda of the block before tells.
/// </summary>
internal sealed class DispatchedHandler() : SubstrateHandler("Scheduler", "Dispatched")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        ReferendumTask.IsNamed(raised.Fields) ? [] : [ScheduledTask.Need(raised.Fields)];

    public override StoredCall? CarriesOut(SubstrateEventContext context, NetworkState state)
    {
        if (context.Error() is not null)
        {
            return null;
        }

        if (ReferendumTask.Queued(context.Fields, state) is { Hash: { } hash } referendum)
        {
            return new StoredCall(referendum.ProposalId, hash);
        }

        return ReferendumTask.IsNamed(context.Fields) ? null : ScheduledTask.Of(context).Call;
    }

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var error = context.Error();
        return ReferendumTask.Queued(context.Fields, state)?.Enacted(error) ?? [];
    }
}
