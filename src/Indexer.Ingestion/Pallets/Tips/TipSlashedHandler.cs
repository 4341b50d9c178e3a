using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Tips;

/// <summary>A tip was struck down and the deposit of its finder taken.</summary>
internal sealed class TipSlashedHandler() : SubstrateHandler("Tips", "TipSlashed")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var tip = state.Tip(occurrence.Fields.Hash("tip_hash"));
        return
        [
            tip.Step(
                ProposalEventKind.DepositSlashed,
                occurrence.Fields.AccountId("finder"),
                occurrence.Fields.Balance("deposit")
            ),
            .. tip.Become(
                ProposalEventKind.Cancelled,
                ProposalStatus.Cancelled,
                state: before => before with { Deposit = Pha.Zero }
            ),
        ];
    }
}
