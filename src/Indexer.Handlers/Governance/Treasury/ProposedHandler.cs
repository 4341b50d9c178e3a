using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Treasury;

/// <summary>
/// Somebody asked the treasury for money and put down a bond. The call names amount and beneficiary, the storage also the bond;
/// where it is not kept, the runtime's constants tell it.
/// </summary>
internal sealed class ProposedHandler() : SubstrateHandler("Treasury", "Proposed")
{
    public override IReadOnlyList<string> Calls => ["propose_spend"];

    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [
            new StorageNeed(
                "Treasury",
                "Proposals",
                AtParent: false,
                StorageKeys.U32(raised.Fields.U32("proposal_index"))
            ),
        ];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var index = context.Fields.U32("proposal_index");
        var id = ProposalIds.Treasury(index);
        var call = context.Call("propose_spend");
        var stored = context.Stored("Treasury", "Proposals") is ScaleComposite proposal
            ? new EventFields("Treasury.Proposals", proposal.Fields)
            : null;
        var proposer = call?.Origin ?? stored?.AccountId("proposer");
        var asked = call?.Call.Fields.U128("value") ?? stored?.U128("value");
        var bond = stored?.Balance("bond") ?? (asked is { } value ? Bonds.OfSpending(context.Runtime, value) : null);
        yield return new Proposal
        {
            Id = id,
            System = ProposalSystem.TreasuryProposal,
            NativeId = $"{index}",
            Proposer = proposer,
        };
        yield return new StateChange(
            new ProposalState
            {
                ProposalId = id,
                Status = ProposalStatus.Pending,
                Deposit = bond,
                Value = asked is { } amount ? Pha.FromLegacy(amount) : null,
                Beneficiary = call?.Call.Fields.Address("beneficiary") ?? stored?.AccountId("beneficiary"),
            }
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
