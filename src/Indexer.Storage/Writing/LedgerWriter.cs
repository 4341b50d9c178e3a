using Indexer.Domain;
using Npgsql;

namespace Indexer.Storage;

/// <summary>
/// The two ways to change indexed data: <see cref="CommitAsync"/> appends blocks, <see cref="RevertAsync"/> removes those
/// above a fork. Each is one transaction together with the cursor; nothing is ever half written.
/// </summary>
public sealed class LedgerWriter
{
    private readonly NpgsqlDataSource dataSource;
    private readonly IReadOnlyDictionary<Type, TableMap> tables;
    private readonly Func<AccountId, string> display;

    /// <summary>Creates a writer.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="context">Any context of the model; only its model is used.</param>
    /// <param name="display">Writes an account as people do (<see cref="HolderAccount.Display"/>).</param>
    public LedgerWriter(NpgsqlDataSource dataSource, IndexerDbContext context, Func<AccountId, string> display)
    {
        this.dataSource = dataSource;
        this.display = display;
        tables = TableMap.All(context.Model);
    }

    /// <summary>Appends blocks.</summary>
    /// <param name="batch">What to write.</param>
    /// <param name="held">The right to index the network; null only where nobody else can write.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    /// <exception cref="CursorMovedException">The cursor in the database is not the one the batch continues from.</exception>
    /// <exception cref="NetworkLockLostException">The right was lost.</exception>
    public async Task CommitAsync(CommitBatch batch, NetworkLock? held, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RequireAsync(held, connection, cancellationToken);
        await CursorStatements.MoveAsync(connection, batch.Before, batch.After, cancellationToken);
        await AppendAsync(connection, batch.Blocks, cancellationToken);
        await AppendAsync(connection, batch.Ledger.Accounts, cancellationToken);
        await AppendAsync(connection, batch.Ledger.Pools, cancellationToken);
        await AppendAsync(connection, batch.Ledger.State.Sessions.Opened, cancellationToken);
        foreach (var rows in batch.Ledger.Rows.GroupBy(row => row.GetType()))
        {
            await BulkCopy.WriteAsync(connection, tables[rows.Key], rows, cancellationToken);
        }

        foreach (var state in batch.Ledger.State.Tables)
        {
            await StateStatements.CloseAsync(connection, tables[state.RowType], state.Closed, cancellationToken);
            await AppendAsync(connection, state.Opened, cancellationToken);
        }

        await BlockStatements.DropFinalizedAsync(connection, batch.After, cancellationToken);
        await HolderStatements.LinkAsync(connection, batch.Ledger, display, cancellationToken);
        await ChangeStatements.CommittedAsync(connection, batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Labels the accounts of a network, which takes those out of the holders that they belonged to, or lets them join again.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="labels">All its labels.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    public async Task LabelAsync(
        string network,
        IReadOnlyList<AccountLabel> labels,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await HolderStatements.TakeTurnsAsync(connection, cancellationToken);
        var changed = await LabelStatements.ReplaceAsync(connection, network, labels, cancellationToken);
        var members = await LabelStatements.MembersAsync(connection, changed, cancellationToken);
        await HolderStatements.RelinkAsync(connection, members, display, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Removes everything above a fork, and reopens the state that ended above it.</summary>
    /// <param name="cursor">The cursor before.</param>
    /// <param name="fork">The last block that stays.</param>
    /// <param name="held">The right to index the network; null only where nobody else can write.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    /// <returns>The cursor after, at the fork.</returns>
    /// <exception cref="CursorMovedException">The cursor in the database is not the given one.</exception>
    /// <exception cref="NetworkLockLostException">The right was lost.</exception>
    public async Task<Cursor> RevertAsync(
        Cursor cursor,
        BlockRef fork,
        NetworkLock? held,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RequireAsync(held, connection, cancellationToken);
        var holders = await HolderStatements.DissolveAboveAsync(
            connection,
            cursor.Network,
            fork.Height,
            cancellationToken
        );
        var after = await CursorStatements.AtForkAsync(connection, cursor, fork, cancellationToken);
        var sequence = await ChangeStatements.RetractedAsync(connection, cursor, fork, cancellationToken);
        foreach (var table in tables.Values)
        {
            var removed = await RevertStatements.RevertAsync(
                connection,
                table,
                cursor.Network,
                fork.Height,
                sequence,
                cancellationToken
            );
            after = after with { Entries = after.Entries - (table.IsLedger ? removed : 0) };
        }

        await HolderStatements.RelinkAsync(connection, holders, display, cancellationToken);
        await CursorStatements.MoveAsync(connection, cursor, after, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return after;
    }

    private static Task RequireAsync(
        NetworkLock? held,
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    ) => held?.RequireAsync(connection, cancellationToken) ?? Task.CompletedTask;

    private async Task AppendAsync<TRow>(
        NpgsqlConnection connection,
        IReadOnlyCollection<TRow> rows,
        CancellationToken cancellationToken
    )
        where TRow : class
    {
        if (rows.Count > 0)
        {
            await BulkCopy.WriteAsync(connection, tables[rows.First().GetType()], rows, cancellationToken);
        }
    }
}
