using Indexer.Domain;

namespace Indexer.Handlers.Governance;

/// <summary>What bounties and child bounties come to.</summary>
internal static class Grants
{
    /// <summary>The curator awarded it; it can be claimed after a delay.</summary>
    public static IEnumerable<Change> Award(this ProposalState bounty, SubstrateEventContext context) =>
        bounty.Give(context, ProposalEventKind.Awarded, ProposalStatus.Awarded, amount: null);

    /// <summary>It was paid.</summary>
    public static IEnumerable<Change> Pay(this ProposalState bounty, SubstrateEventContext context) =>
        bounty.Give(context, ProposalEventKind.Paid, ProposalStatus.Paid, context.Fields.Balance("payout"));

    /// <summary>Its curator went, and with the curator the award that it made.</summary>
    public static IEnumerable<Change> Unassign(this ProposalState bounty) =>
        bounty.Status == ProposalStatus.Awarded
            ? bounty.Become(
                ProposalEventKind.CuratorChanged,
                ProposalStatus.Active,
                step => step,
                before => before with { Beneficiary = null }
            )
            : [bounty.Step(ProposalEventKind.CuratorChanged)];

    private static IEnumerable<Change> Give(
        this ProposalState bounty,
        SubstrateEventContext context,
        ProposalEventKind kind,
        ProposalStatus status,
        Pha? amount
    )
    {
        var account = context.Fields.AccountId("beneficiary");
        return bounty.Become(
            kind,
            status,
            step => step with { Account = account, Amount = amount },
            before => before with { Beneficiary = account }
        );
    }
}
