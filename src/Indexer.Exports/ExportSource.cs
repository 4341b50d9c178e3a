using System.Data;
using Indexer.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.Exports;

/// <summary>Opens exports over an index.</summary>
/// <param name="source">The database of the index.</param>
public sealed class ExportSource(NpgsqlDataSource source)
{
    /// <summary>Checks an export and fixes what it reads: one snapshot of the database, so that its balances and entries belong together.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ExportException">It cannot be made so; the message is for who asked.</exception>
    public async Task<Export> OpenAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        RequireScope(request);
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            // Compiling these long statements takes longer than running them, and a plan for any period fits none.
            await ExecuteAsync(
                connection,
                "set transaction read only; set local jit = off; set local plan_cache_mode = force_custom_plan",
                cancellationToken
            );
            var end = await Finality.EndAsync(
                connection,
                request,
                await NetworksAsync(connection, request, cancellationToken),
                cancellationToken
            );
            var from = request.From ?? DateTimeOffset.MinValue;
            if (from >= end)
            {
                throw new ExportException(
                    $"The period is empty: it begins at {Period.Text(from)} and ends before {Period.Text(end)}."
                );
            }

            var subject = request.Scope is HolderScope holder
                ? await MembersAsync(connection, holder.Address, end, cancellationToken)
                : null;
            return new Export(connection, transaction, request, end, subject);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static void RequireScope(ExportRequest request)
    {
        if (request is { Kind: ExportKind.Activity, Scope: not HolderScope })
        {
            throw new ExportException("Activity is that of a holder; name one by any of its addresses.");
        }

        if (request is { Kind: ExportKind.Claims or ExportKind.Votes, Scope: PoolScope })
        {
            throw new ExportException(
                $"{request.Kind} belong to no pool; name a holder by any of its addresses, or a network."
            );
        }
    }

    /// <summary>The networks that must be covered, null for all chains.</summary>
    private static async Task<IReadOnlyList<string>?> NetworksAsync(
        NpgsqlConnection connection,
        ExportRequest request,
        CancellationToken cancellationToken
    )
    {
        var (network, pool) = request.Scope switch
        {
            PoolScope scope => (scope.Network, scope.PoolId),
            NetworkScope scope => (scope.Network, (string?)null),
            _ => (null, null),
        };
        if (network is null)
        {
            return null;
        }

        var known = await NamesAsync(connection, cancellationToken);
        if (!known.Contains(network, StringComparer.Ordinal))
        {
            throw new ExportException(
                $"There is no network '{network}'; there {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known)}."
            );
        }

        if (pool is not null && !await HasPoolAsync(connection, network, pool, cancellationToken))
        {
            throw new ExportException(
                $"There is no pool '{pool}' on {network}; write its number on a parachain, its contract on an EVM network."
            );
        }

        return request.Kind == ExportKind.Claims ? null : [network];
    }

    private static async Task<List<string>> NamesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select name from network order by name", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task<bool> HasPoolAsync(
        NpgsqlConnection connection,
        string network,
        string pool,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand("select 1 from pool where network = $1 and id = $2", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = network });
        command.Parameters.Add(new NpgsqlParameter { Value = pool });
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task<byte[][]> MembersAsync(
        NpgsqlConnection connection,
        AccountId address,
        DateTimeOffset end,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Sql.MemberSql.Sql, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = address.ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = end, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return (byte[][])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // The text is a constant of this class.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
