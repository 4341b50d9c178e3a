using Indexer.Pages.Charts;
using Indexer.Pages.Shell;

namespace Indexer.Pages.Governance;

/// <summary>What is open, what was decided, how many vote, and what the treasuries paid.</summary>
internal static class GovernancePage
{
    public static async Task<PageAnswer> ReadAsync(PageRequest request) =>
        PageAnswer.Of<Governance>("Governance", await request.AskAsync<GovernanceData>("Governance"));
}

public sealed record GovernanceData(
    Nodes<ListedProposal> Open,
    Nodes<ListedProposal> Ended,
    ProposalGroups Turnout,
    ProposalGroups Systems,
    ProposalGroups Spent
)
{
    private const int Lines = 5;

    /// <summary>The months in which a vote ended.</summary>
    public IReadOnlyList<DateTimeOffset> Months =>
        [.. Turnout.Groups.Select(group => group.Key.EndTime).OfType<DateTimeOffset>().Distinct().Order()];

    /// <summary>The mean turnout of each system and month, of the systems with the most votes.</summary>
    public IReadOnlyList<ChartSeries> TurnoutBySystem =>
        [
            .. Turnout
                .Groups.Where(group => group.Key.EndTime is not null)
                .GroupBy(group => group.Key.System!, StringComparer.Ordinal)
                .OrderByDescending(system => system.Sum(group => group.Count))
                .Take(Lines)
                .Select(system => new ChartSeries(
                    Wording.Words(system.Key),
                    [
                        .. Months.Select(month =>
                            system.FirstOrDefault(group => group.Key.EndTime == month)?.Avg?.TurnoutRatio?.Drawn
                        ),
                    ]
                )),
        ];

    public IReadOnlyList<ProposalGroup> SpentByMonth =>
        [.. Spent.Groups.Where(group => group.Key.CreatedTime is not null).OrderBy(group => group.Key.CreatedTime)];
}

public sealed record ListedProposal(
    string Network,
    string ProposalId,
    string System,
    string Status,
    DateTimeOffset? EndTime,
    Figure? TurnoutRatio,
    Figure? Approval,
    int Voters,
    TitleText? Text
);

public sealed record ProposalGroups(IReadOnlyList<ProposalGroup> Groups);

public sealed record ProposalGroup(ProposalGroupKey Key, int Count, ProposalAverages? Avg, ProposalSums? Sum);

public sealed record ProposalGroupKey(string? System, DateTimeOffset? EndTime, DateTimeOffset? CreatedTime);

public sealed record ProposalAverages(Figure? TurnoutRatio, Figure? Approval, double? Voters);

public sealed record ProposalSums(Figure? Value);
