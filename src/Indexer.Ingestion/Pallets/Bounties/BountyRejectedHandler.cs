using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>A bounty was refused and its bond taken.</summary>
internal sealed class BountyRejectedHandler() : SubstrateHandler("Bounties", "BountyRejected")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var bounty = BountyProposals.Named(occurrence, state);
        return
        [
            bounty.Step(ProposalEventKind.DepositSlashed, amount: occurrence.Fields.Balance("bond")),
            .. bounty.Become(
                ProposalEventKind.Rejected,
                ProposalStatus.Rejected,
                state: before => before with { Deposit = Pha.Zero }
            ),
        ];
    }
}
