using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>VoteCast of GovernorAlpha, which knows for and against only.</summary>
internal sealed class AlphaVoteCastHandler()
    : GovernorHandler(
        "VoteCast(address voter, uint256 proposalId, bool support, uint256 votes)",
        ContractRoles.GovernorAlpha
    )
{
    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmEventContext context,
        NetworkState state
    ) =>
        CastVote
            .Whole(
                context.Event.Address("voter"),
                context.Event.Bool("support") ? 1 : 0,
                context.Amount("votes"),
                reason: null
            )
            .Changes(proposal, context, state);
}
