using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.ChildBounties;

/// <summary>A child bounty was paid.</summary>
internal sealed class ClaimedHandler() : SubstrateHandler("ChildBounties", "Claimed")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var (account, payout) = (occurrence.Fields.AccountId("beneficiary"), occurrence.Fields.Balance("payout"));
        return ChildBountyProposals
            .Named(occurrence, state)
            .Become(
                ProposalEventKind.Paid,
                ProposalStatus.Paid,
                step => step with { Account = account, Amount = payout },
                before => before with { Beneficiary = account }
            );
    }
}
