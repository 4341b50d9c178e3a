using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>What an initial state has in all; every pool in it holds together.</summary>
/// <param name="Head">What it is.</param>
/// <param name="Pools">Its pools.</param>
/// <param name="Stakers">Stakers, counted once for each pool.</param>
/// <param name="Workers">Workers, those that left included.</param>
/// <param name="Waiting">Withdrawals that wait.</param>
/// <param name="Registrations">Workers that the registry knows.</param>
/// <param name="Value">The value of all pools.</param>
/// <param name="Pending">What all stakers could claim.</param>
/// <param name="OwnerRewards">What all owners could claim.</param>
/// <param name="Apart">Pools whose value is another than free value and the stake of their workers.</param>
public sealed record InitialStateSummary(
    InitialState Head,
    int Pools,
    int Stakers,
    int Workers,
    int Waiting,
    int Registrations,
    Pha Value,
    Pha Pending,
    Pha OwnerRewards,
    int Apart
)
{
    /// <summary>Reads a whole file and adds it up.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="InitialStateException">Something in it is wrong, or contradicts itself.</exception>
    public static InitialStateSummary Of(InitialStateFile file)
    {
        var sum = new InitialStateSummary(file.Head, 0, 0, 0, 0, 0, Pha.Zero, Pha.Zero, Pha.Zero, 0);
        foreach (var item in file.Read())
        {
            sum = item switch
            {
                InitialPool pool => sum.With(pool),
                _ => sum with { Registrations = sum.Registrations + 1 },
            };
        }

        return sum;
    }

    private InitialStateSummary With(InitialPool pool)
    {
        var mined = pool.Workers.Aggregate(Pha.Zero, (stake, worker) => stake + worker.Stake);
        return this with
        {
            Pools = Pools + 1,
            Stakers = Stakers + pool.Stakers.Count,
            Workers = Workers + pool.Workers.Count,
            Waiting = Waiting + pool.Queue.Count,
            Value = Value + pool.Value,
            Pending = pool.Accumulator is { } accumulator
                ? pool.Stakers.Aggregate(Pending, (pending, staker) => pending + staker.Pending(accumulator))
                : Pending,
            OwnerRewards = OwnerRewards + pool.OwnerReward,
            Apart = Apart + (pool.Value == pool.Free + mined ? 0 : 1),
        };
    }
}
