using System.Text.Json.Nodes;
using Indexer.Pages.Shell;
using Microsoft.AspNetCore.Http;

namespace Indexer.Pages.Governance;

/// <summary>One proposal of any system.</summary>
internal static class ProposalPage
{
    public static async Task<PageAnswer> ReadAsync(PageRequest request)
    {
        var (network, id) = (request.Route("network"), request.Route("id"));
        var answer = await request.AskAsync<ProposalAnswer>(
            "Proposal",
            new JsonObject { ["network"] = network, ["id"] = id }
        );
        return answer.Proposal is { } proposal
            ? PageAnswer.Of<Proposal>(proposal.Name, proposal)
            : throw new PageException(StatusCodes.Status404NotFound, $"{network} has no proposal {id}.");
    }
}

public sealed record ProposalAnswer(ProposalData? Proposal);

public sealed record ProposalData(
    string Network,
    string ProposalId,
    string System,
    string NativeId,
    string? Proposer,
    DateTimeOffset CreatedTime,
    string Status,
    Figure Ayes,
    Figure Nays,
    Figure Abstains,
    Figure Others,
    Figure Turnout,
    int Voters,
    Figure? Electorate,
    string? ElectorateKind,
    Figure? TurnoutRatio,
    Figure? Approval,
    string? Threshold,
    Figure? Value,
    string? Beneficiary,
    DateTimeOffset? StartTime,
    DateTimeOffset? EndTime,
    ProposalWords? Text,
    Nodes<ProposalOption> Choices,
    Nodes<ProposalMoment> Tallies,
    Nodes<ProposalStep> Events,
    Nodes<ProposalVote> Votes,
    Nodes<ProposalSuccessor> LeadsTo,
    Nodes<ProposalCheck> Reconciliations
)
{
    public string Name =>
        string.IsNullOrWhiteSpace(Text?.Title)
            ? $"{Wording.Title(System)} {Wording.Ends6(NativeId)} of {Network}"
            : Text.Title;
}

public sealed record ProposalWords(string? Title, string? Body, string? Call);

public sealed record ProposalOption(int Choice, string Label, Figure Weight);

public sealed record ProposalMoment(DateTimeOffset? FromTime, Figure Ayes, Figure Nays, Figure Abstains, Figure Others);

public sealed record ProposalStep(
    DateTimeOffset Time,
    string Kind,
    string Status,
    string? Address,
    Figure? Amount,
    string? Error
);

public sealed record ProposalVote(
    string Voter,
    string Kind,
    string Choice,
    string? Selection,
    Figure Weight,
    int? Conviction,
    bool Counts,
    DateTimeOffset CastTime
);

public sealed record ProposalSuccessor(SucceedingProposal? Target);

public sealed record SucceedingProposal(string Network, string ProposalId, string System, TitleText? Text);

public sealed record ProposalCheck(string Check, Figure? Stated, Figure Found, Figure? Difference, string? Reason);
