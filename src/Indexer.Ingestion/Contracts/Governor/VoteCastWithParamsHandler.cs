using System.Buffers.Binary;
using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.Governor;

/// <summary>
/// VoteCastWithParams. With fractional counting (GovernorCountingFractional) the parameters are three uint128: the weights
/// against, for and abstaining. What parameters mean elsewhere only the contract knows; there the support counts.
/// </summary>
internal sealed class VoteCastWithParamsHandler()
    : GovernorHandler(
        "VoteCastWithParams(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason, bytes params)",
        ContractRoles.Governor
    )
{
    private const int Fractional = 255;
    private const int WeightBytes = 16;

    protected override IEnumerable<ContractCall> Calls(GovernorViews views) => [views.CountingMode];

    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmOccurrence occurrence,
        NetworkState state
    )
    {
        var voter = occurrence.Event.Address("voter");
        var support = (int)occurrence.Event.UInt256("support");
        var parameters = occurrence.Event.Bytes("params");
        var vote =
            parameters.Length == 3 * WeightBytes && (support == Fractional || IsFractional(proposal, occurrence))
                ? new CastVote(
                    voter,
                    Ayes: Weight(parameters, 1),
                    Nays: Weight(parameters, 0),
                    Abstains: Weight(parameters, 2),
                    Others: Pha.Zero,
                    VoteChoice.Split,
                    occurrence.Text("reason")
                )
                : CastVote.Whole(voter, support, occurrence.Amount("weight"), occurrence.Text("reason"));
        return vote.Changes(proposal, occurrence, state);
    }

    private static bool IsFractional(GovernorProposal proposal, EvmOccurrence occurrence) =>
        occurrence
            .Answers.Text(new GovernorViews(proposal, occurrence.Role).CountingMode)
            ?.Split('&')
            .Contains("params=fractional", StringComparer.Ordinal) == true;

    private static Pha Weight(byte[] parameters, int index) =>
        new(checked((Int128)BinaryPrimitives.ReadUInt128BigEndian(parameters.AsSpan(index * WeightBytes))));
}
