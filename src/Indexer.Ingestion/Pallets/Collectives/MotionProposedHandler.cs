using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion.Pallets.Collectives;

/// <summary>
/// A member made a motion. The proposal itself is no vote.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionProposedHandler(string pallet) : SubstrateHandler(pallet, "Proposed")
{
    public override IReadOnlyList<string> Calls => ["propose"];

    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [
            Seats.Need(raised.Pallet),
            new StorageNeed(raised.Pallet, "Voting", AtParent: false, raised.Fields.Bytes("proposal_hash")),
        ];

    /// <summary>The block from which anybody may close it, if the storage tells.</summary>
    private static long? End(SubstrateOccurrence occurrence) =>
        occurrence.Stored(occurrence.Event.Pallet, "Voting") is ScaleComposite voting
            ? new EventFields("Voting", voting.Fields).U32("end")
            : null;

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var fields = occurrence.Fields;
        var body = Motions.Body(Pallet);
        var index = fields.U32("proposal_index");
        var id = ProposalIds.Motion(body, index);
        var hash = new CallHash(
            fields.Hash("proposal_hash"),
            occurrence.Call("propose") is { Call.Inner: [var call] } ? call.Encoded.ToArray() : null
        );
        var members = Seats.Stated(occurrence, Pallet);
        yield return new Proposal
        {
            Id = id,
            System =
                body == CollectiveBody.Council ? ProposalSystem.CouncilMotion : ProposalSystem.TechnicalCommitteeMotion,
            NativeId = $"{index}",
            Proposer = fields.AccountId("account"),
        };
        yield return new StateChange(
            new ProposalState
            {
                ProposalId = id,
                Status = ProposalStatus.Active,
                Threshold = VoteThreshold.MemberCount,
                Quorum = Motions.Members(fields.U32("threshold")),
                Electorate = members is null ? null : Motions.Members((uint)members.Count),
                ElectorateKind = members is null ? null : ElectorateKind.Members,
                StartHeight = occurrence.Block.Height,
                StartTime = occurrence.Block.Time,
                EndHeight = End(occurrence),
                EndTime = occurrence.Block.TimeOf(occurrence.Runtime, End(occurrence)),
                Hash = hash.Hash,
            }
        );
        foreach (var change in state.Note(occurrence.Runtime, hash))
        {
            yield return change;
        }

        yield return new StateChange(state.TextOf(occurrence.Runtime, id, hash));
        yield return new ProposalEvent
        {
            ProposalId = id,
            Kind = ProposalEventKind.Proposed,
            Status = ProposalStatus.Active,
            Account = fields.AccountId("account"),
        };
        foreach (var change in members is null ? [] : Seats.Become(state, body, members))
        {
            yield return change;
        }
    }
}
