using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>
/// Somebody proposed a bounty. The call has its value and description, the storage the bond; where it is not kept, the runtime's
/// constants tell it.
/// </summary>
internal sealed class BountyProposedHandler() : SubstrateHandler("Bounties", "BountyProposed")
{
    public override IReadOnlyList<string> Calls => ["propose_bounty"];

    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [new StorageNeed("Bounties", "Bounties", AtParent: false, StorageKeys.U32(raised.Fields.U32("index")))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var index = context.Fields.U32("index");
        var id = ProposalIds.Bounty(index);
        var call = context.Call("propose_bounty");
        var stored = context.Stored("Bounties", "Bounties") is ScaleComposite bounty
            ? new EventFields("Bounties.Bounties", bounty.Fields)
            : null;
        var proposer = call?.Origin ?? stored?.AccountId("proposer");
        var bond =
            stored?.Balance("bond")
            ?? (
                call is { } made ? Bonds.OfBounty(context.Runtime, made.Call.Fields.Bytes("description").Length) : null
            );
        yield return new Proposal
        {
            Id = id,
            System = ProposalSystem.Bounty,
            NativeId = $"{index}",
            Proposer = proposer,
        };
        yield return new StateChange(
            new ProposalState
            {
                ProposalId = id,
                Status = ProposalStatus.Pending,
                Deposit = bond,
                Value = call?.Call.Fields.Balance("value") ?? stored?.Balance("value"),
            }
        );
        yield return new StateChange(
            new ProposalText { ProposalId = id, Title = call?.Call.Fields.Text("description") }
        );
        yield return new ProposalEvent
        {
            ProposalId = id,
            Kind = ProposalEventKind.Proposed,
            Status = ProposalStatus.Pending,
            Account = proposer,
            Amount = bond,
        };
    }
}
