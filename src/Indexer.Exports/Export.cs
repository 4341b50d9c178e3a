using Indexer.Api.Holders;
using Indexer.Domain;
using Indexer.Exports.Formats;
using Indexer.Exports.Sql;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.Exports;

/// <summary>An export whose rows are ready to be written: it holds one snapshot of the database until it is disposed.</summary>
public sealed class Export : IAsyncDisposable
{
    private static readonly string ActivityOfHolder = ActivityFeed.From("$1::bytea[]");

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly ExportRequest request;
    private readonly byte[][]? members;

    internal Export(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        ExportRequest request,
        DateTimeOffset to,
        byte[][]? members
    ) =>
        (this.connection, this.transaction, this.request, To, this.members) = (
            connection,
            transaction,
            request,
            to,
            members
        );

    /// <summary>The end of the period, which no longer belongs to it.</summary>
    public DateTimeOffset To { get; }

    /// <summary>Writes all rows while they are read; memory does not grow with their number.</summary>
    /// <param name="format">The form.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="prices">Prices for a column of their own; null for none.</param>
    /// <param name="cancellationToken">Gives up in the middle.</param>
    public async Task<ExportOutcome> WriteAsync(
        ExportFormat format,
        Stream output,
        PriceList? prices,
        CancellationToken cancellationToken
    )
    {
        var columns = ExportTable.Columns(request.Kind);
        await using var writer = RowWriter.Create(
            format,
            prices is null ? columns : [.. columns, .. ExportTable.PriceColumns],
            output
        );
        var rows = new RowReader(columns, ExportTable.IsCount(request.Kind), prices);
        foreach (var statement in Statements())
        {
#pragma warning disable CA2100 // The texts are made of constants; what was asked for goes in as parameters.
            await using var command = new NpgsqlCommand(statement, connection, transaction) { CommandTimeout = 0 };
#pragma warning restore CA2100
            AddParameters(command);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                await writer.WriteAsync(rows.Read(reader), cancellationToken);
            }
        }

        await writer.WriteAsync(rows.Check(To), cancellationToken);
        await writer.CompleteAsync(cancellationToken);
        return new ExportOutcome(rows.Entries, Pha.FromBigInteger(rows.Difference));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private IReadOnlyList<string> Statements() =>
        (request.Kind, request.Scope) switch
        {
            (ExportKind.Stake, HolderScope) => [HolderStatement.Stake],
            (ExportKind.Stake, var scope) => PoolStatement.Stake(scope is PoolScope),
            (ExportKind.Rewards, HolderScope) => [HolderStatement.Rewards],
            (ExportKind.Rewards, var scope) => PoolStatement.Rewards(scope is PoolScope),
            (ExportKind.Claims, HolderScope) => EntrySql.Claims(EntrySql.ClaimsOfHolder),
            (ExportKind.Claims, _) => EntrySql.Claims(EntrySql.ClaimsOfNetwork),
            (ExportKind.Votes, HolderScope) => EntrySql.Votes(EntrySql.VotesOfHolder),
            (ExportKind.Votes, _) => EntrySql.Votes(EntrySql.VotesOfNetwork),
            _ => EntrySql.Activity(ActivityOfHolder),
        };

    private void AddParameters(NpgsqlCommand command)
    {
        object subject = request.Scope switch
        {
            PoolScope pool => pool.Network,
            NetworkScope network => network.Network,
            _ => members!,
        };
        command.Parameters.Add(new NpgsqlParameter { Value = subject });
        // The least DateTime is the -infinity of PostgreSQL.
        command.Parameters.Add(
            Time(request.From?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc))
        );
        command.Parameters.Add(Time(To.UtcDateTime));
        command.Parameters.Add(
            new NpgsqlParameter
            {
                Value = request.Scope is PoolScope { PoolId: var id } ? id : DBNull.Value,
                NpgsqlDbType = NpgsqlDbType.Text,
            }
        );
    }

    private static NpgsqlParameter Time(DateTime time) =>
        new() { Value = time, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}

/// <summary>What an export came to.</summary>
/// <param name="Entries">Its rows without opening, closing and check.</param>
/// <param name="Difference">The opening balance plus all entries less the closing balance: zero when it closes.</param>
public readonly record struct ExportOutcome(long Entries, Pha Difference);
