using System.Globalization;
using System.Text.Json;
using Indexer.Simulator;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>
/// The books of a simulated Khala as an initial state: written by hand from the documentation of the format, with nothing of the program's
/// own reader and writer.
/// </summary>
internal static class StateOfBooks
{
    public static async Task<string> WriteAsync(SimulatedParachain chain, long height, string folder)
    {
        var path = Path.Combine(folder, $"{chain.Name}-{height}.json");
        await File.WriteAllTextAsync(path, Text(chain, height));
        return path;
    }

    public static string Text(SimulatedParachain chain, long height)
    {
        var books = chain.BooksAt(height);
        return JsonSerializer.Serialize(
            new
            {
                format = "indexer-initial-state-1",
                network = chain.Name,
                block = new
                {
                    height,
                    hash = chain.HashAt(height),
                    time = Instant(DateTimeOffset.FromUnixTimeMilliseconds((long)chain.TimeAt(height))),
                    spec = chain.SpecVersionAt(height),
                },
                notes = new[] { "From the books of a simulation." },
                pools = books.MiningPools.Select(pool => new
                {
                    id = $"{pool.Pid}",
                    version = 1,
                    kind = "STAKE_POOL",
                    owner = pool.Owner.Hex,
                    commission = pool.Commission == 0 ? (uint?)null : pool.Commission,
                    capacity = pool.Capacity is { } cap ? $"{cap}" : null,
                    shares = $"{pool.TotalShares}",
                    value = $"{pool.TotalStake}",
                    free = $"{pool.FreeStake}",
                    accumulator = $"{pool.Accumulator}",
                    ownerReward = $"{pool.OwnerReward}",
                    workers = pool.Workers.Select(worker => new
                    {
                        publicKey = worker.PublicKey,
                        stake = $"{worker.Stake}",
                        state = worker.Phase switch
                        {
                            WorkerPhase.Ready => "READY",
                            WorkerPhase.Idle => "IDLE",
                            WorkerPhase.Unresponsive => "UNRESPONSIVE",
                            _ => "COOLING_DOWN",
                        },
                        coolingDownSince = worker.StoppedAt is { } second
                            ? Instant(DateTimeOffset.FromUnixTimeSeconds((long)second))
                            : null,
                    }),
                    stakers = books
                        .MiningStakes.Where(stake => stake.Pid == pool.Pid)
                        .Select(stake => new
                        {
                            account = stake.Account.Hex,
                            shares = $"{stake.Shares}",
                            rewardDebt = $"{stake.Debt}",
                            availableReward = $"{stake.Available}",
                        }),
                    queue = books
                        .MiningStakes.Where(stake => stake.Pid == pool.Pid && stake.QueuedShares > 0)
                        .Select(stake => new { account = stake.Account.Hex, shares = $"{stake.QueuedShares}" }),
                    whitelist = pool.Whitelist?.Select(account => account.Hex),
                }),
            }
        );
    }

    private static string Instant(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
