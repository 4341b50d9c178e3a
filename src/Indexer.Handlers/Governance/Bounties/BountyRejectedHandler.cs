using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>A bounty was refused and its bond taken.</summary>
internal sealed class BountyRejectedHandler() : SubstrateHandler("Bounties", "BountyRejected")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var bounty = BountyProposals.Named(context, state);
        return
        [
            bounty.Step(ProposalEventKind.DepositSlashed, amount: context.Fields.Balance("bond")),
            .. bounty.Become(
                ProposalEventKind.Rejected,
                ProposalStatus.Rejected,
                state: before => before with { Deposit = Pha.Zero }
            ),
        ];
    }
}
