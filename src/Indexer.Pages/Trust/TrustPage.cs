using Indexer.Pages.Shell;

namespace Indexer.Pages.Trust;

/// <summary>How far the index goes, where sources contradict it or each other, and what its jobs do.</summary>
internal static class TrustPage
{
    public static async Task<PageAnswer> ReadAsync(PageRequest request) =>
        PageAnswer.Of<Trust>("Can it be trusted?", await request.AskAsync<TrustData>("Trust"));
}

public sealed record TrustData(
    Nodes<TrustedNetwork> Networks,
    CheckCount Checked,
    CheckGroups Differing,
    IReadOnlyList<ListedJob> Jobs
);

public sealed record TrustedNetwork(
    string Name,
    long? IndexedHeight,
    DateTimeOffset? IndexedTime,
    TrustedStatus? Status,
    IReadOnlyList<Contradiction> Disagreements,
    IReadOnlyList<ListedBridgeCheck> BridgeChecks
);

public sealed record TrustedStatus(
    string State,
    string? Reason,
    DateTimeOffset SinceTime,
    DateTimeOffset? NextTryTime,
    long? HeadHeight,
    long? FinalizedHeight,
    DateTimeOffset UpdatedTime
);

public sealed record Contradiction(
    long Height,
    string Subject,
    string Taken,
    string TakenAnswer,
    string Refused,
    string RefusedAnswer,
    DateTimeOffset SeenTime
);

public sealed record ListedBridgeCheck(
    string PoolId,
    long Height,
    Figure Escrow,
    Figure Supply,
    Figure InFlight,
    Figure Difference,
    DateTimeOffset CheckedTime
);

public sealed record CheckCount(int TotalCount);

public sealed record CheckGroups(int TotalCount, IReadOnlyList<CheckGroup> Groups);

public sealed record CheckGroup(CheckKey Key, int Count);

public sealed record CheckKey(string Network, string Check, string? Reason);

public sealed record ListedJob(
    string Name,
    string Description,
    string Schedule,
    string? State,
    DateTimeOffset? StartedTime,
    long? DurationMilliseconds,
    string? Result,
    string? Failure,
    DateTimeOffset? NextTime
);
