using Indexer.Pages.Charts;
using Indexer.Pages.Shell;

namespace Indexer.Pages.Migrations;

/// <summary>What each ended chain handed over, and what became of it.</summary>
internal static class MigrationPage
{
    public static async Task<PageAnswer> ReadAsync(PageRequest request) =>
        PageAnswer.Of<Migration>("The migration", await request.AskAsync<MigrationData>("Migration"));
}

public sealed record MigrationData(
    IReadOnlyList<ChainMigration> Migrations,
    ClaimGroups Claims,
    Nodes<FlyingTransfer> BridgeTransfers
)
{
    /// <summary>Every month from the first claim to the last, those without any, too.</summary>
    public IReadOnlyList<DateTimeOffset> Months
    {
        get
        {
            var claimed = Claims.Groups.Select(group => group.Key.Time).OfType<DateTimeOffset>().ToList();
            var months = new List<DateTimeOffset>();
            for (var month = claimed.DefaultIfEmpty().Min(); claimed.Count > 0 && month <= claimed.Max(); month = month.AddMonths(1))
            {
                months.Add(month);
            }

            return months;
        }
    }

    /// <summary>What was claimed up to the end of each month, by kind of claim.</summary>
    public IReadOnlyList<ChartSeries> Claimed =>
        [
            .. Claims
                .Groups.GroupBy(group => group.Key.Kind!, StringComparer.Ordinal)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => new ChartSeries(
                    Wording.Words(kind.Key),
                    [.. Months.Select(month => (double?)kind.Where(group => group.Key.Time <= month).Sum(Drawn))]
                )),
        ];

    private static double Drawn(ClaimGroup group) =>
        (group.Sum.Free?.Drawn ?? 0) + (group.Sum.StakedValue?.Drawn ?? 0);
}

public sealed record ChainMigration(
    string Network,
    long? LastHeight,
    DateTimeOffset? EndedTime,
    bool BalancesRead,
    string? ClaimNetwork,
    string? Contract,
    DateTimeOffset? FundedTime,
    Figure Price,
    bool PriceStated,
    long Accounts,
    long Claims,
    long UnclaimedAccounts,
    Figure ExpectedFree,
    Figure ExpectedStaked,
    Figure Rounding,
    Figure FundedFree,
    Figure FundedStaked,
    Figure ClaimedFree,
    Figure ClaimedStaked,
    Figure UnclaimedFree,
    Figure UnclaimedStaked,
    Figure DifferenceFree,
    Figure DifferenceStaked,
    DifferenceGroups Differences
);

public sealed record DifferenceGroups(IReadOnlyList<DifferenceGroup> Groups);

public sealed record DifferenceGroup(DifferenceKey Key, int Count, DifferenceSums Sum);

public sealed record DifferenceKey(string Reason);

public sealed record DifferenceSums(Figure Free, Figure Staked);

public sealed record ClaimGroups(IReadOnlyList<ClaimGroup> Groups);

public sealed record ClaimGroup(ClaimKey Key, int Count, ClaimSums Sum);

public sealed record ClaimKey(DateTimeOffset? Time, string? Kind);

public sealed record ClaimSums(Figure? Free, Figure? StakedValue);

public sealed record FlyingTransfer(
    string Direction,
    Figure Shares,
    Figure Value,
    string Receiver,
    string State,
    DateTimeOffset? SentTime,
    long? AgeSeconds
);
