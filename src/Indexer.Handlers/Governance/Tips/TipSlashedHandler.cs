using Indexer.Domain;

namespace Indexer.Handlers.Governance.Tips;

/// <summary>A tip was struck down and the deposit of its finder taken.</summary>
internal sealed class TipSlashedHandler() : SubstrateHandler("Tips", "TipSlashed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var tip = state.Tip(context.Fields.Hash("tip_hash"));
        return
        [
            tip.Step(
                ProposalEventKind.DepositSlashed,
                context.Fields.AccountId("finder"),
                context.Fields.Balance("deposit")
            ),
            .. tip.Become(
                ProposalEventKind.Cancelled,
                ProposalStatus.Cancelled,
                state: before => before with { Deposit = Pha.Zero }
            ),
        ];
    }
}
