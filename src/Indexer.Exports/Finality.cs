using Npgsql;
using NpgsqlTypes;

namespace Indexer.Exports;

/// <summary>Up to when everything is indexed and final, so that a period before it never changes again.</summary>
internal static class Finality
{
    /// <summary>
    /// The first time of each network that is not covered: that of its first block that is not final, or just after its last indexed one. $1
    /// are the networks, null for all chains; $2 is whether blocks count that are not final.
    /// </summary>
    private const string Sql = """
        select network.name, coalesce(cursor.height >= network.last_block, false),
         case when $2 or cursor.finalized_height >= cursor.height then cursor.time + interval '1 microsecond' else (
          select block.time from block where block.network = network.name and block.height > cursor.finalized_height
          order by block.height limit 1) end
        from network join cursor on cursor.network = network.name
        where ($1::text[] is null and network.kind <> 'SNAPSHOT') or network.name = any ($1)
        order by network.name
        """;

    /// <summary>Finds the end of the period, and refuses one that is not covered yet.</summary>
    /// <exception cref="ExportException">Nothing is indexed, or the asked end is too late.</exception>
    public static async Task<DateTimeOffset> EndAsync(
        NpgsqlConnection connection,
        ExportRequest request,
        IReadOnlyList<string>? networks,
        CancellationToken cancellationToken
    )
    {
        var covered = await ReadAsync(connection, request.Unfinalized, networks, cancellationToken);
        if (covered.Count == 0)
        {
            throw new ExportException("Nothing is indexed yet; there is nothing to export.");
        }

        var open = covered.Where(network => !network.HasEnded).ToList();
        var end = open.Count > 0 ? open.Min(network => network.Until) : covered.Max(network => network.Until);
        var late = open.Find(network => network.Until < request.To);
        if (late is not null)
        {
            var way = request.Unfinalized ? "" : ", or ask for unfinalized blocks too";
            throw new ExportException(
                $"The end {Period.Text(request.To!.Value)} is beyond what is {(request.Unfinalized ? "indexed" : "final")}: {late.Network} up to {Period.Text(late.Until)}. Take an earlier end{way}."
            );
        }

        return request.To ?? end;
    }

    private static async Task<List<Coverage>> ReadAsync(
        NpgsqlConnection connection,
        bool unfinalized,
        IReadOnlyList<string>? networks,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(
            new NpgsqlParameter
            {
                Value = networks is null ? DBNull.Value : networks.ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
            }
        );
        command.Parameters.Add(new NpgsqlParameter { Value = unfinalized });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var covered = new List<Coverage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            covered.Add(
                new Coverage(
                    reader.GetString(0),
                    reader.GetBoolean(1),
                    await reader.GetFieldValueAsync<DateTimeOffset>(2, cancellationToken)
                )
            );
        }

        return covered;
    }

    private sealed record Coverage(string Network, bool HasEnded, DateTimeOffset Until);
}
