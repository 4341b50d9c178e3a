using Indexer.Domain;
using Npgsql;

namespace Indexer.Storage;

/// <summary>Keeps how networks stood at the end of each day (<see cref="NetworkDay"/>), of days that are wholly final.</summary>
public static class NetworkDays
{
    private const string Keep = """
        with chain as (
          select n.name,
            (select min(b.time) from block b where b.network = n.name) as first,
            (select b.time from block b where b.network = n.name and b.height <= c.finalized_height
             order by b.height desc limit 1) as final
          from network n join cursor c on c.network = n.name where n.kind <> 'SNAPSHOT')
        insert into network_day
          (network, end_time, height, staked, rewards_to_stakers, rewards_to_owners, pools, workers, delegators)
        select chain.name, day.at, last.height, f.*
        from chain
        cross join lateral (
          select g at time zone 'UTC' as at from generate_series(
            date_trunc('day', chain.first at time zone 'UTC') + interval '1 day',
            date_trunc('day', chain.final at time zone 'UTC'), interval '1 day') g) day
        cross join lateral (
          select b.height from block b where b.network = chain.name and b.time < day.at
          order by b.time desc, b.height desc limit 1) last
        cross join lateral network_figures(chain.name, last.height) f
        where day.at between $1 and $2
          or not exists (select from network_day known where known.network = chain.name and known.end_time = day.at)
        on conflict (network, end_time) do update set
          height = excluded.height, staked = excluded.staked, rewards_to_stakers = excluded.rewards_to_stakers,
          rewards_to_owners = excluded.rewards_to_owners, pools = excluded.pools, workers = excluded.workers,
          delegators = excluded.delegators
        """;

    /// <summary>Computes the days that are not kept yet, and those of a period anew.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="anewFrom">The first end of a day that is computed although it is kept; none when left out.</param>
    /// <param name="anewTo">The last one.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept then.</param>
    /// <returns>How many days were computed.</returns>
    public static async Task<int> KeepAsync(
        NpgsqlConnection connection,
        DateTimeOffset? anewFrom,
        DateTimeOffset? anewTo,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Keep, connection);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Utc(anewFrom ?? DateTimeOffset.MaxValue) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Utc(anewTo ?? DateTimeOffset.MaxValue) });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DateTime Utc(DateTimeOffset time) => time.UtcDateTime;
}
