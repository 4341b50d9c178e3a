using Indexer.Domain;
using Npgsql;

namespace Indexer.Storage;

/// <summary>
/// Compares the books of both networks of a bridge (<see cref="BridgeCheck"/>), each at its last finalized block: what is compared can never be
/// taken back. It reads what is indexed and nothing else.
/// </summary>
public static class BridgeChecks
{
    private const string Compare = """
        with side as (
          select n.name as network, n.l1, least(own.finalized_height, own.height) as height,
            least(below.finalized_height, below.height) as l1_height
          from network n
          join cursor own on own.network = n.name
          join cursor below on below.network = n.l1)
        insert into bridge_check as known
          (network, pool_id, height, l1_height, escrow, supply, in_flight, checked_at)
        select s.network, p.pool_id, s.height, s.l1_height, v.bridged_shares, p.total_shares, flight.amount, now()
        from side s
        join pool_state p on p.network = s.network and p.backing_pool_id is not null
          and p.from_height <= s.height and (p.to_height is null or p.to_height > s.height)
        join pool_state v on v.network = s.l1 and v.pool_id = p.backing_pool_id
          and v.from_height <= s.l1_height and (v.to_height is null or v.to_height > s.l1_height)
        cross join lateral (
          select coalesce(sum(case t.side when 'INITIATED' then t.amount else -t.amount end), 0) as amount
          from bridge_transfer t
          where t.network = s.network and t.token = decode(substr(p.pool_id, 3), 'hex')
              and t.from_height <= s.height and (t.to_height is null or t.to_height > s.height)
            or t.network = s.l1 and t.token = decode(substr(v.pool_id, 3), 'hex')
              and t.remote_token = decode(substr(p.pool_id, 3), 'hex')
              and t.from_height <= s.l1_height and (t.to_height is null or t.to_height > s.l1_height)) flight
        on conflict (network, pool_id, height, l1_height) do update
          set escrow = excluded.escrow, supply = excluded.supply, in_flight = excluded.in_flight, checked_at = excluded.checked_at
        returning difference <> 0
        """;

    /// <summary>Compares every bridge of which both networks are indexed, and keeps what was found.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many pools of bridged shares were compared, and how many of them differ.</returns>
    public static async Task<(int Compared, int Differing)> CompareAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Compare, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (compared, differing) = (0, 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            compared++;
            differing += reader.GetBoolean(0) ? 1 : 0;
        }

        return (compared, differing);
    }
}
