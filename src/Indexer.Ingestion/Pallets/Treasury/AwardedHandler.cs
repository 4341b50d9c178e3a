using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Treasury;

/// <summary>The treasury paid what a proposal asked for.</summary>
internal sealed class AwardedHandler() : SubstrateHandler("Treasury", "Awarded")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var proposal = TreasuryProposals.Named(occurrence, state);
        var (award, account) = (occurrence.Fields.Balance("award"), occurrence.Fields.AccountId("account"));
        return proposal.Become(
            ProposalEventKind.Paid,
            ProposalStatus.Paid,
            step => step with { Account = account, Amount = award },
            before => before with { Deposit = Pha.Zero, Value = award, Beneficiary = account }
        );
    }
}
