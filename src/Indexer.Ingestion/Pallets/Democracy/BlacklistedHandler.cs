using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// What a hash stands for can never be proposed again: a public proposal of it is struck down and its deposits are taken, the
/// external proposal of it is struck down. A referendum of it was cancelled by its own event just before.
/// Source: pallet_democracy, blacklist.
/// </summary>
internal sealed class BlacklistedHandler() : SubstrateHandler("Democracy", "Blacklisted")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var hash = occurrence.Fields.Hash("proposal_hash");
        var hit = state.Governance.ProposalsOfHash(hash);
        var listed = hit.Where(ExternalProposals.IsPublic).FirstOrDefault(proposal => proposal.IsOpen);
        if (listed is not null)
        {
            yield return listed.Step(ProposalEventKind.DepositSlashed, amount: listed.Deposit);
        }

        foreach (var proposal in hit)
        {
            var isListed = proposal == listed || (ExternalProposals.IsExternal(proposal) && proposal.IsOpen);
            if (isListed)
            {
                foreach (
                    var change in proposal.Become(
                        ProposalEventKind.Blacklisted,
                        ProposalStatus.Cancelled,
                        state: before => before with { Deposit = Pha.Zero }
                    )
                )
                {
                    yield return change;
                }
            }
            else if (
                occurrence
                    .EarlierInExtrinsic()
                    .Any(earlier =>
                        earlier is { Pallet: "Democracy", Name: "Cancelled" }
                        && ProposalIds.Referendum(earlier.Fields.U32("ref_index")) == proposal.ProposalId
                    )
            )
            {
                yield return proposal.Step(ProposalEventKind.Blacklisted);
            }
        }
    }
}
