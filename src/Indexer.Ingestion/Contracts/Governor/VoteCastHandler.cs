using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.Governor;

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
        EvmOccurrence occurrence,
        NetworkState state
    ) =>
        CastVote
            .Whole(
                occurrence.Event.Address("voter"),
                (int)occurrence.Event.UInt256("support"),
                occurrence.Amount("weight"),
                occurrence.Text("reason")
            )
            .Changes(proposal, occurrence, state);
}
