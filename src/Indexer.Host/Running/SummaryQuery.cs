using System.Numerics;
using Indexer.Storage;
using Npgsql;

namespace Indexer.Host.Running;

/// <summary>Reads the summary of every network.</summary>
internal static class SummaryQuery
{
    private static readonly string Sql = $"""
        select c.network,
            case n.kind when 'SNAPSHOT' then (select count(*) from block b where b.network = c.network)
                else c.height - n.start_block + 1 end,
            c.events, c.entries,
            (select count(*) from account a join holder_account h using (address)
             where a.network = c.network and exists (
                select from holder_account other
                where other.holder = h.holder and length(other.address) <> length(h.address))),
            (select coalesce(sum(coalesce({ShareSql.Value(
            "p.shares",
            "coalesce(v.total_value, s.total_value)",
            "coalesce(v.total_shares, s.total_shares)"
        )}, 0) + p.unlocking_value), 0)
             from position p
             join pool_state s on s.network = p.network and s.pool_id = p.pool_id and s.to_height is null
             left join pool_state v on v.network = n.l1 and v.pool_id = s.backing_pool_id and v.to_height is null
             where p.network = c.network and p.to_height is null and not exists (
                select from pool where pool.network = p.network and pool.account = p.account and pool.id <> p.pool_id)),
            coalesce((select m.unclaimed_free + m.unclaimed_staked from migration m where m.network = c.network), 0),
            (select coalesce(sum(r.amount), 0) from reward r
             where r.network = c.network and r.stated and r.kind <> 'DISMISSED')
        from cursor c join network n on n.name = c.network order by c.network
        """;

    public static async Task<IReadOnlyList<Summary>> ReadAsync(
        NpgsqlDataSource dataSource,
        CancellationToken cancellationToken
    )
    {
        var summaries = new List<Summary>();
        await using var command = dataSource.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            summaries.Add(
                new Summary(
                    reader.GetString(0),
                    reader.GetInt64(1),
                    reader.GetInt64(2),
                    reader.GetInt64(3),
                    reader.GetInt64(4),
                    await reader.GetFieldValueAsync<BigInteger>(5, cancellationToken),
                    await reader.GetFieldValueAsync<BigInteger>(6, cancellationToken),
                    await reader.GetFieldValueAsync<BigInteger>(7, cancellationToken)
                )
            );
        }

        return summaries;
    }
}
