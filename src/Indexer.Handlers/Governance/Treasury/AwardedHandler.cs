using Indexer.Domain;

namespace Indexer.Handlers.Governance.Treasury;

/// <summary>The treasury paid what a proposal asked for.</summary>
internal sealed class AwardedHandler() : SubstrateHandler("Treasury", "Awarded")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var proposal = TreasuryProposals.Named(context, state);
        var (award, account) = (context.Fields.Balance("award"), context.Fields.AccountId("account"));
        return proposal.Become(
            ProposalEventKind.Paid,
            ProposalStatus.Paid,
            step => step with { Account = account, Amount = award },
            before => before with { Deposit = Pha.Zero, Value = award, Beneficiary = account }
        );
    }
}
