using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Collectives;

/// <summary>
/// The call of a motion was carried out. One member alone may have a call carried out without any motion.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionExecutedHandler(string pallet) : SubstrateHandler(pallet, "Executed")
{
    public override StoredCall? CarriesOut(SubstrateOccurrence occurrence, NetworkState state) =>
        occurrence.Runtime.Error(occurrence.Fields.Variant("result")) is null
        && Motions.OfStatus(occurrence.Event, state, ProposalStatus.Passed) is { Hash: { } hash } motion
            ? new StoredCall(motion.ProposalId, hash)
            : null;

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var error = occurrence.Runtime.Error(occurrence.Fields.Variant("result"));
        return Motions.OfStatus(occurrence.Event, state, ProposalStatus.Passed) is { } motion
            ? motion.Become(
                ProposalEventKind.Executed,
                error is null ? ProposalStatus.Executed : ProposalStatus.Failed,
                step => step with { Error = error }
            )
            : [];
    }
}
