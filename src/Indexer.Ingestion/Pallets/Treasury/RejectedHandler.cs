using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Treasury;

/// <summary>A request was refused and its bond taken.</summary>
internal sealed class RejectedHandler() : SubstrateHandler("Treasury", "Rejected")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var proposal = TreasuryProposals.Named(occurrence, state);
        return
        [
            proposal.Step(ProposalEventKind.DepositSlashed, amount: occurrence.Fields.Balance("slashed")),
            .. proposal.Become(
                ProposalEventKind.Rejected,
                ProposalStatus.Rejected,
                state: before => before with { Deposit = Pha.Zero }
            ),
        ];
    }
}
