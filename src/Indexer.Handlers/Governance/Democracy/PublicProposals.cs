using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>What happens to public proposals, told by events or, in the runtimes before spec 1131 without these, by calls.</summary>
internal static class PublicProposals
{
    /// <summary>An account put the same deposit behind a public proposal as its proposer did; one account may do so several times.</summary>
    public static IEnumerable<Change> Seconded(NetworkState state, uint index, AccountId account)
    {
        var proposal = state.Governance.Proposal(ProposalIds.Public(index));
        var deposit = proposal.Deposit is { } all ? new Pha(all.Units / proposal.Voters) : (Pha?)null;
        yield return proposal.Step(ProposalEventKind.Backed, account, deposit);
        yield return new ProposalChange(
            proposal.ProposalId,
            before => before with { Deposit = before.Deposit + deposit, Voters = before.Voters + 1 }
        );
    }

    /// <summary>
    /// A public proposal was struck down and its deposits were taken. The chain does so with any number, also where no
    /// proposal waits.
    /// </summary>
    public static IEnumerable<Change> Cancelled(NetworkState state, uint index) =>
        state.Governance.Proposals.Find(ProposalIds.Public(index)) is { IsOpen: true } proposal
            ?
            [
                proposal.Step(ProposalEventKind.DepositSlashed, amount: proposal.Deposit),
                .. proposal.Become(
                    ProposalEventKind.Cancelled,
                    ProposalStatus.Cancelled,
                    state: before => before with { Deposit = Pha.Zero }
                ),
            ]
            : [];
}
