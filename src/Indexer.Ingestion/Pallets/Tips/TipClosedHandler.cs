using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Tips;

/// <summary>A tip was paid: the median of what the members of the council declared.</summary>
internal sealed class TipClosedHandler() : SubstrateHandler("Tips", "TipClosed")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var (who, payout) = (occurrence.Fields.AccountId("who"), occurrence.Fields.Balance("payout"));
        return state
            .Tip(occurrence.Fields.Hash("tip_hash"))
            .Become(
                ProposalEventKind.Paid,
                ProposalStatus.Paid,
                step => step with { Account = who, Amount = payout },
                before => before with { Deposit = Pha.Zero, Value = payout, Beneficiary = who }
            );
    }
}
