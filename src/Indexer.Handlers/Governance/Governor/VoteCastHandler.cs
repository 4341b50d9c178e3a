using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>VoteCast of OpenZeppelin's Governor and GovernorBravo: a vote with its weight at the proposal's snapshot.</summary>
internal sealed class VoteCastHandler()
    : GovernorHandler(
        "VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)",
        ContractRoles.Governor,
        ContractRoles.GovernorBravo
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
                (int)context.Event.UInt256("support"),
                context.Amount("weight"),
                context.Text("reason")
            )
            .Changes(proposal, context, state);
}
