using Indexer.Pages.Charts;
using Indexer.Pages.Shell;

namespace Indexer.Pages.Overview;

/// <summary>The first page: every network, from its first block to now.</summary>
internal static class OverviewPage
{
    public static async Task<PageAnswer> ReadAsync(PageRequest request) =>
        PageAnswer.Of<Overview>("Stakes, rewards and votes of Phala", await request.AskAsync<OverviewData>("Overview"));
}

public sealed record OverviewData(
    Nodes<OverviewNetwork> Networks,
    IReadOnlyList<OverviewMigration> Migrations,
    Nodes<OverviewProposal> Proposals
)
{
    public IReadOnlyList<ChartSeries> Staked => Lines(network => network.StakedAt(Times));

    public IReadOnlyList<ChartSeries> Rewards => Lines(network => network.RewardsIn(Times));

    public IReadOnlyList<ChartMark> Marks =>
        [
            .. Migrations
                .Where(migration => migration.EndedTime is not null)
                .Select(migration => new ChartMark(migration.EndedTime!.Value, $"{migration.Network} ends")),
        ];

    /// <summary>The ends of all months of all networks.</summary>
    public IReadOnlyList<DateTimeOffset> Times =>
        [.. Networks.All.SelectMany(network => network.History.Select(month => month.EndTime)).Distinct().Order()];

    /// <summary>Of the networks that have any: a Snapshot space has only votes, and what is on the L2 counts where its vault is.</summary>
    private IReadOnlyList<ChartSeries> Lines(Func<OverviewNetwork, IReadOnlyList<double?>> values) =>
        [
            .. Networks
                .All.Select(network => new ChartSeries(network.Name, values(network)))
                .Where(series => series.Values.Any(value => value > 0)),
        ];
}

public sealed record OverviewNetwork(
    string Name,
    string Kind,
    long? LastHeight,
    long? IndexedHeight,
    DateTimeOffset? IndexedTime,
    Figure? Staked,
    Figure? Rewards,
    int? DelegatorCount,
    OverviewStatus? Status,
    IReadOnlyList<OverviewMonth> History,
    IReadOnlyList<OverviewReward> RewardHistory
)
{
    /// <summary>What was at stake at the end of each month; null outside the network's life.</summary>
    public IReadOnlyList<double?> StakedAt(IEnumerable<DateTimeOffset> months) =>
        [.. months.Select(month => History.FirstOrDefault(it => it.EndTime == month)?.Staked.Drawn)];

    public IReadOnlyList<double?> RewardsIn(IEnumerable<DateTimeOffset> months) =>
        [.. months.Select(month => RewardHistory.FirstOrDefault(it => it.EndTime == month)?.Total.Drawn)];

    /// <summary>The rate of the last month that has one.</summary>
    public Figure? Apr => History.LastOrDefault(month => month.Apr is not null)?.Apr;
}

public sealed record OverviewStatus(string State, string? Reason, long? Lag, DateTimeOffset UpdatedTime);

public sealed record OverviewMonth(DateTimeOffset EndTime, Figure Staked, Figure? Apr);

public sealed record OverviewReward(DateTimeOffset EndTime, Figure Total);

public sealed record OverviewMigration(string Network, DateTimeOffset? EndedTime, DateTimeOffset? FundedTime);

public sealed record OverviewProposal(
    string Network,
    string ProposalId,
    string System,
    DateTimeOffset? EndTime,
    Figure? TurnoutRatio,
    TitleText? Text
);
