using Indexer.Domain;

namespace Indexer.Handlers.Governance.Treasury;

/// <summary>A request was refused and its bond taken.</summary>
internal sealed class RejectedHandler() : SubstrateHandler("Treasury", "Rejected")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var proposal = TreasuryProposals.Named(context, state);
        return
        [
            proposal.Step(ProposalEventKind.DepositSlashed, amount: context.Fields.Balance("slashed")),
            .. proposal.Become(
                ProposalEventKind.Rejected,
                ProposalStatus.Rejected,
                state: before => before with { Deposit = Pha.Zero }
            ),
        ];
    }
}
