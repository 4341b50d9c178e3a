using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Collectives;

/// <summary>
/// The call of a motion was carried out. One member alone may have a call carried out without any motion.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionExecutedHandler(string pallet) : SubstrateHandler(pallet, "Executed")
{
    public override StoredCall? CarriesOut(SubstrateOccurrence occurrence, NetworkState state) =>
        occurrence
            .EarlierInExtrinsic()
            .Any(earlier =>
                earlier.Pallet == Pallet
                && earlier.Name == "Approved"
                && earlier.Fields.Hash("proposal_hash") == occurrence.Fields.Hash("proposal_hash")
            )
        && state
            .Governance.ProposalsOfHash(occurrence.Fields.Hash("proposal_hash"))
            .LastOrDefault(proposal =>
                proposal.Status == ProposalStatus.Executed
                && state.Governance.Proposals.BeforeBlock.GetValueOrDefault(proposal.ProposalId)
                    is not { Status: ProposalStatus.Executed }
            )
            is { Hash: { } hash } motion
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
