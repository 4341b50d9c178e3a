using Indexer.Domain;

namespace Indexer.Handlers.Governance.Tips;

/// <summary>A tip was paid: the median of what the members of the council declared.</summary>
internal sealed class TipClosedHandler() : SubstrateHandler("Tips", "TipClosed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var (who, payout) = (context.Fields.AccountId("who"), context.Fields.Balance("payout"));
        return state
            .Tip(context.Fields.Hash("tip_hash"))
            .Become(
                ProposalEventKind.Paid,
                ProposalStatus.Paid,
                step => step with { Account = who, Amount = payout },
                before => before with { Deposit = Pha.Zero, Value = payout, Beneficiary = who }
            );
    }
}
