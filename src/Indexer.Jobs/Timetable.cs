using Indexer.Storage;

namespace Indexer.Jobs;

/// <summary>All jobs, and when they run.</summary>
public static class Timetable
{
    /// <summary>A hub allows about 60 requests in a minute, and a proposal with its votes takes a few.</summary>
    private const int RechecksAtOnce = 5;

    /// <summary>The jobs.</summary>
    public static IReadOnlyList<RecurringJob> All { get; } =
    [
        new(
            "change-feed-retention",
            "17 * * * *",
            $"Forgets the steps of the change feed that are older than {ChangeFeed.Retention.Days} days.",
            async (held, cancellationToken) =>
                $"{await ChangeFeed.ForgetAsync(held, cancellationToken)} steps forgotten"
        ),
        new(
            "network-days",
            "7 * * * *",
            "Keeps how each network stood at the end of each day that is wholly final.",
            async (held, cancellationToken) =>
                $"{await NetworkDays.KeepAsync(held, anewFrom: null, anewTo: null, cancellationToken)} days kept"
        ),
        new(
            "bridge-check",
            "27 * * * *",
            "Compares the shares in the bridge's escrow with those on the L2 and on their way, at the finalized blocks of both networks.",
            async (held, cancellationToken) =>
            {
                var (compared, differing) = await BridgeChecks.CompareAsync(held, cancellationToken);
                return $"{compared} bridged pools compared, {differing} differ";
            }
        ),
        new(
            "snapshot-recheck",
            "47 * * * *",
            $"Marks the {RechecksAtOnce} settled proposals of each Snapshot space that were read longest ago, to be read again.",
            async (held, cancellationToken) =>
                $"{await ProposalRechecks.MarkAsync(held, RechecksAtOnce, cancellationToken)} proposals marked"
        ),
    ];
}
