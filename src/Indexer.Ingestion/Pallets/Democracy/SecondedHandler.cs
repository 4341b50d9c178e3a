using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// An account put the same deposit behind a public proposal as its proposer did; one account may do so several times.
/// </summary>
internal sealed class SecondedHandler() : SubstrateHandler("Democracy", "Seconded")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var fields = occurrence.Fields;
        var proposal = state.Governance.Proposal(ProposalIds.Public(fields.U32("prop_index")));
        var deposit = proposal.Deposit is { } all ? new Pha(all.Units / proposal.Voters) : (Pha?)null;
        yield return proposal.Step(ProposalEventKind.Backed, fields.AccountId("seconder"), deposit);
        yield return new ProposalChange(
            proposal.ProposalId,
            before => before with { Deposit = before.Deposit + deposit, Voters = before.Voters + 1 }
        );
    }
}
