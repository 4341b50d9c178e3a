using Indexer.Domain;

namespace Indexer.Handlers.Migration;

/// <summary>Proposals that a chain left undecided, or decided and not carried out, end with it.</summary>
internal sealed class ProposalsClosing : ChainEndRule
{
    /// <inheritdoc />
    public override IEnumerable<Change> AtEnd(EndedChain end, NetworkState state) =>
        state
            .Governance.OpenProposals.Concat(state.Governance.ProposalsOfStatus(ProposalStatus.Queued))
            .ToList()
            .SelectMany(proposal =>
                proposal.Become(
                    ProposalEventKind.ChainEnded,
                    ProposalStatus.ChainEnded,
                    state: before =>
                        before.IsOpen
                            ? before with
                            {
                                EndHeight = before.EndHeight is null ? null : end.Last.Height,
                                EndTime = before.EndTime is null ? null : end.Last.Time,
                            }
                            : before
                )
            );
}
