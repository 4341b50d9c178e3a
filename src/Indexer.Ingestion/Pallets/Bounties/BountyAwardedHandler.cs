using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>The curator awarded a bounty; it can be claimed after a delay.</summary>
internal sealed class BountyAwardedHandler() : SubstrateHandler("Bounties", "BountyAwarded")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var account = occurrence.Fields.AccountId("beneficiary");
        return BountyProposals
            .Named(occurrence, state)
            .Become(
                ProposalEventKind.Awarded,
                ProposalStatus.Awarded,
                step => step with { Account = account },
                before => before with { Beneficiary = account }
            );
    }
}
