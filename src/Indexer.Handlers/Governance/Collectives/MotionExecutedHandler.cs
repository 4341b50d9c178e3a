using Indexer.Domain;

namespace Indexer.Handlers.Governance.Collectives;

/// <summary>
/// The call of a motion was carried out. One member alone may have a call carried out without any motion.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionExecutedHandler(string pallet) : SubstrateHandler(pallet, "Executed")
{
    public override StoredCall? CarriesOut(SubstrateEventContext context, NetworkState state) =>
        context.Error() is null
        && Motions.OfStatus(context.Event, state, ProposalStatus.Passed) is { Hash: { } hash } motion
            ? new StoredCall(motion.ProposalId, hash)
            : null;

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var error = context.Error();
        return Motions.OfStatus(context.Event, state, ProposalStatus.Passed) is { } motion
            ? motion.Become(
                ProposalEventKind.Executed,
                error is null ? ProposalStatus.Executed : ProposalStatus.Failed,
                step => step with { Error = error }
            )
            : [];
    }
}
