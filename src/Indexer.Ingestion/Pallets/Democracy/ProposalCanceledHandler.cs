using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A public proposal was struck down and its deposits were taken. The chain says so of any number, also where no proposal waits.
/// </summary>
internal sealed class ProposalCanceledHandler() : SubstrateHandler("Democracy", "ProposalCanceled")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var id = ProposalIds.Public(occurrence.Fields.U32("prop_index"));
        if (state.Governance.Proposals.Find(id) is not { IsOpen: true } proposal)
        {
            return [];
        }

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
