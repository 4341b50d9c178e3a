using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>A bounty was paid.</summary>
internal sealed class BountyClaimedHandler() : SubstrateHandler("Bounties", "BountyClaimed")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var (account, payout) = (occurrence.Fields.AccountId("beneficiary"), occurrence.Fields.Balance("payout"));
        return BountyProposals
            .Named(occurrence, state)
            .Become(
                ProposalEventKind.Paid,
                ProposalStatus.Paid,
                step => step with { Account = account, Amount = payout },
                before => before with { Beneficiary = account }
            );
    }
}
