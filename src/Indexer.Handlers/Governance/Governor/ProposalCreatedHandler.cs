using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>
/// ProposalCreated. The voting begins after <c>voteStart</c>, the snapshot at which votes are weighed, and ends with
/// <c>voteEnd</c>: block numbers or times, as the governor's clock says (ERC-6372).
/// </summary>
internal sealed class ProposalCreatedHandler()
    : GovernorHandler(
        "ProposalCreated(uint256 proposalId, address proposer, address[] targets, uint256[] values, string[] signatures, bytes[] calldatas, uint256 voteStart, uint256 voteEnd, string description)",
        ContractRoles.Governor,
        ContractRoles.GovernorBravo,
        ContractRoles.GovernorAlpha
    )
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    protected override IEnumerable<ContractCall> Calls(GovernorViews views) => [views.ClockMode, views.Token];

    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmEventContext context,
        NetworkState state
    )
    {
        var proposer = context.Event.Address("proposer");
        var views = new GovernorViews(proposal, context.Role);
        yield return new Proposal
        {
            Id = proposal.Id,
            System = context.Role == ContractRoles.Governor ? ProposalSystem.Governor : ProposalSystem.GovernorBravo,
            NativeId = proposal.Number.ToString(CultureInfo.InvariantCulture),
            Space = context.Contract.ToString(),
            Proposer = proposer,
        };
        yield return new ProposalEvent
        {
            ProposalId = proposal.Id,
            Kind = ProposalEventKind.Proposed,
            Status = ProposalStatus.Pending,
            Account = proposer,
        };
        var body = context.Text("description");
        yield return new StateChange(
            new ProposalText
            {
                ProposalId = proposal.Id,
                Title = body is null ? null : TitleOf(body),
                Body = body,
                Call = ActionsOf(context),
            }
        );
        var pending = new ProposalState
        {
            ProposalId = proposal.Id,
            Status = ProposalStatus.Pending,
            VotingToken = context.Answers.Address(views.Token),
        };
        var (start, end) = (context.Event.UInt256("voteStart"), context.Event.UInt256("voteEnd"));
        yield return new StateChange(
            CountsSeconds(context, views)
                ? pending with
                {
                    StartTime = Time(context, start + 1),
                    EndTime = Time(context, end),
                }
                : pending with
                {
                    StartHeight = Height(context, start + 1),
                    EndHeight = Height(context, end),
                    StartTime = context.TimeOf(Height(context, start + 1)),
                    EndTime = context.TimeOf(Height(context, end)),
                }
        );
    }

    private static bool CountsSeconds(EvmEventContext context, GovernorViews views) =>
        context.Answers.Text(views.ClockMode) switch
        {
            null or "mode=blocknumber" or "mode=blocknumber&from=default" => false,
            "mode=timestamp" => true,
            var mode => throw new UnknownStateException(
                $"The governor {context.Contract} has the clock '{mode}', which the indexer cannot follow: it knows the numbers and times "
                    + "of the chain's own blocks. Take the contract out of the configuration."
            ),
        };

    /// <summary>The first line of a description without its Markdown heading, which is how its title is written.</summary>
    private static string? TitleOf(string description) =>
        description.Split('\n').Select(line => line.TrimStart('#').Trim()).FirstOrDefault(line => line.Length > 0);

    private static string ActionsOf(EvmEventContext context)
    {
        var (targets, values) = (context.Event.List("targets"), context.Event.List("values"));
        var (signatures, data) = (context.Event.List("signatures"), context.Event.List("calldatas"));
        var actions = targets.Select(
            (target, i) =>
                new Dictionary<string, string>
                {
                    ["target"] = $"{target}",
                    ["value"] = ((BigInteger)At(values, i, BigInteger.Zero)).ToString(CultureInfo.InvariantCulture),
                    ["signature"] = ((string)At(signatures, i, "")).Replace('\0', '\uFFFD'),
                    ["data"] = Hex.Of((byte[])At(data, i, Array.Empty<byte>())),
                }
        );
        return JsonSerializer.Serialize(actions, Json);
    }

    private static object At(IReadOnlyList<object> list, int index, object absent) =>
        index < list.Count ? list[index] : absent;
}
