using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Collectives;

/// <summary>
/// A member made a motion. The proposal itself is no vote since spec 12 (polkadot 0.9.9, which also made batches tell where their
/// items end); before, it was an aye.
/// Source: pallet_collective, propose; paritytech/substrate#9323.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionProposedHandler(string pallet) : SubstrateHandler(pallet, "Proposed")
{
    private const int FirstWithoutAye = 12;

    public override IReadOnlyList<string> Calls => ["propose"];

    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [
            Seats.Need(raised.Pallet),
            new StorageNeed(raised.Pallet, "Voting", AtParent: false, raised.Fields.Bytes("proposal_hash")),
        ];

    /// <summary>The block from which anybody may close it, if the storage tells.</summary>
    private static long? End(SubstrateEventContext context) =>
        context.Stored(context.Event.Pallet, "Voting") is ScaleComposite voting
            ? new EventFields("Voting", voting.Fields).U32("end")
            : null;

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var body = Motions.Body(Pallet);
        var index = fields.U32("proposal_index");
        var id = ProposalIds.Motion(body, index);
        var hash = new CallHash(
            fields.Hash("proposal_hash"),
            context.Call("propose") is { Call.Inner: [var call] } ? call.Encoded.ToArray() : null
        );
        var members = Seats.Stated(context, Pallet);
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
                StartHeight = context.Block.Height,
                StartTime = context.Block.Time,
                EndHeight = End(context),
                EndTime = context.Block.TimeOf(context.Runtime, End(context)),
                Hash = hash.Hash,
            }
        );
        foreach (var change in state.Note(context.Runtime, hash))
        {
            yield return change;
        }

        yield return new StateChange(state.TextOf(context.Runtime, id, hash));
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

        if (context.Block.SpecVersion < FirstWithoutAye && context.Runtime is not { EndsItems: true })
        {
            foreach (var change in Motions.Vote(state, id, fields.AccountId("account"), isAye: true, ayes: 1, nays: 0))
            {
                yield return change;
            }
        }
    }
}
