using Indexer.Domain;

namespace Indexer.Handlers.Governance.Treasury;

/// <summary>
/// An origin that may spend had money granted at once; it is paid like an approved proposal.
/// </summary>
internal sealed class SpendApprovedHandler() : SubstrateHandler("Treasury", "SpendApproved")
{
    public override IReadOnlyList<string> Calls => ["spend"];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var index = fields.U32("proposal_index");
        var id = ProposalIds.Treasury(index);
        var call = context.Call("spend");
        yield return new Proposal
        {
            Id = id,
            System = ProposalSystem.TreasuryProposal,
            NativeId = $"{index}",
            Proposer = call?.Origin,
        };
        yield return new StateChange(
            new ProposalState
            {
                ProposalId = id,
                Status = ProposalStatus.Awarded,
                Value = fields.Balance("amount"),
                Beneficiary = fields.AccountId("beneficiary"),
            }
        );
        yield return new ProposalEvent
        {
            ProposalId = id,
            Kind = ProposalEventKind.Awarded,
            Status = ProposalStatus.Awarded,
            Account = fields.AccountId("beneficiary"),
            Amount = fields.Balance("amount"),
        };
    }
}
