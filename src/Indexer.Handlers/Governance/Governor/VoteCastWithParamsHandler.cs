using System.Buffers.Binary;
using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

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
        EvmEventContext context,
        NetworkState state
    )
    {
        var voter = context.Event.Address("voter");
        var support = (int)context.Event.UInt256("support");
        var parameters = context.Event.Bytes("params");
        var vote =
            parameters.Length == 3 * WeightBytes && (support == Fractional || IsFractional(proposal, context))
                ? new CastVote(
                    voter,
                    Ayes: Weight(parameters, 1),
                    Nays: Weight(parameters, 0),
                    Abstains: Weight(parameters, 2),
                    Others: Pha.Zero,
                    VoteChoice.Split,
                    context.Text("reason")
                )
                : CastVote.Whole(voter, support, context.Amount("weight"), context.Text("reason"));
        return vote.Changes(proposal, context, state);
    }

    private static bool IsFractional(GovernorProposal proposal, EvmEventContext context) =>
        context
            .Answers.Text(new GovernorViews(proposal, context.Role).CountingMode)
            ?.Split('&')
            .Contains("params=fractional", StringComparer.Ordinal) == true;

    private static Pha Weight(byte[] parameters, int index) =>
        new(checked((Int128)BinaryPrimitives.ReadUInt128BigEndian(parameters.AsSpan(index * WeightBytes))));
}
