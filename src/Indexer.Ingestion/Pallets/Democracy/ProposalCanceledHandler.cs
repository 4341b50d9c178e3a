using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A public proposal was struck down and its deposits were taken.
/// </summary>
internal sealed class ProposalCanceledHandler() : SubstrateHandler("Democracy", "ProposalCanceled")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var proposal = state.Governance.Proposal(ProposalIds.Public(occurrence.Fields.U32("prop_index")));
        return
        [
            proposal.Step(ProposalEventKind.DepositSlashed, amount: proposal.Deposit),
            .. proposal.Become(
                ProposalEventKind.Cancelled,
                ProposalStatus.Cancelled,
                state: before => before with { Deposit = Pha.Zero }
            ),
        ];
    }
}
