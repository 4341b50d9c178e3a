using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.Governor;

/// <summary>VoteCast of GovernorAlpha, which knows for and against only.</summary>
internal sealed class AlphaVoteCastHandler()
    : GovernorHandler(
        "VoteCast(address voter, uint256 proposalId, bool support, uint256 votes)",
        ContractRoles.GovernorAlpha
    )
{
    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmOccurrence occurrence,
        NetworkState state
    ) =>
        CastVote
            .Whole(
                occurrence.Event.Address("voter"),
                occurrence.Event.Bool("support") ? 1 : 0,
                occurrence.Amount("votes"),
                reason: null
            )
            .Changes(proposal, occurrence, state);
}
