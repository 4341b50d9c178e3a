using System.Text.Json.Nodes;
using Indexer.Pages.Shell;
using Microsoft.AspNetCore.Http;

namespace Indexer.Pages.Pools;

/// <summary>One pool or vault.</summary>
internal static class PoolPage
{
    public static async Task<PageAnswer> ReadAsync(PageRequest request)
    {
        var (network, id) = (request.Route("network"), request.Route("id"));
        var answer = await request.AskAsync<PoolAnswer>("Pool", new JsonObject { ["network"] = network, ["id"] = id });
        return answer.Pool is { } pool
            ? PageAnswer.Of<Pool>($"Pool {Wording.Ends6(pool.PoolId)} of {pool.Network}", pool)
            : throw new PageException(StatusCodes.Status404NotFound, $"{network} has no pool {id}.");
    }
}

public sealed record PoolAnswer(PoolData? Pool);

public sealed record PoolData(
    string Network,
    string PoolId,
    string Kind,
    int? Version,
    string Address,
    DateTimeOffset CreatedTime,
    bool IsShutDown,
    bool WhitelistEnabled,
    Figure TotalValue,
    Figure TotalShares,
    Figure? SharePrice,
    Figure FreeValue,
    Figure WithdrawingShares,
    Figure UnlockingValue,
    Figure? Commission,
    Figure? Capacity,
    Figure? Room,
    Figure OwnerReward,
    Figure? AprWeek,
    Figure? AprMonth,
    Figure? ExpectedApr,
    string? ExpectedAprGap,
    Figure RewardsToOwner,
    Figure RewardsToStakers,
    int WorkerCount,
    PoolOwner? Owner,
    IReadOnlyList<PoolMonth> History,
    Nodes<PoolStake> Positions,
    Nodes<QueuedWithdrawal> WithdrawalQueue,
    Nodes<PoolWorker> Workers,
    PoolTerms? VaultTerms
);

public sealed record PoolMonth(DateTimeOffset EndTime, Figure TotalValue, Figure? SharePrice, Figure? Apr);

public sealed record PoolStake(string Address, Figure Value, Figure Cost, Figure Earned);

public sealed record QueuedWithdrawal(
    string Address,
    Figure Value,
    DateTimeOffset? QueuedTime,
    DateTimeOffset? ForceableTime
);

public sealed record PoolWorker(
    string PublicKey,
    string State,
    Figure Stake,
    Figure V,
    Figure Shares,
    int? ConfidenceLevel,
    Figure TotalReward
);

public sealed record PoolTerms(Figure? RewardRate, Figure? TreasuryRatio, long? UnlockPeriod, int? MaxUnlockRequests);
