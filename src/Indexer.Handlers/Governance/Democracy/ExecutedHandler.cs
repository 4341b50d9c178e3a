using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A referendum was enacted (before polkadot 0.9.32; since then Scheduler.Dispatched tells it).
/// </summary>
internal sealed class ExecutedHandler() : SubstrateHandler("Democracy", "Executed")
{
    public override StoredCall? CarriesOut(SubstrateEventContext context, NetworkState state) =>
        context.Error() is null && Decision.Referendum(context, state) is { Hash: { } hash } referendum
            ? new StoredCall(referendum.ProposalId, hash)
            : null;

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var error = context.Error();
        return Decision.Referendum(context, state).Enacted(error);
    }
}
