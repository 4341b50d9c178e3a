using System.Reflection;
using Indexer.Domain;
using Microsoft.EntityFrameworkCore;

namespace Indexer.Storage;

/// <summary>Opens the ledger of a network where the last commit left them.</summary>
public static class LedgerLoader
{
    private static readonly MethodInfo OpenVersions = typeof(LedgerLoader).GetMethod(
        nameof(LoadAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Loads pools, open state and known accounts.</summary>
    /// <param name="context">The database.</param>
    /// <param name="network">Name of the network.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<NetworkLedger> LoadLedgerAsync(
        this IndexerDbContext context,
        string network,
        CancellationToken cancellationToken
    )
    {
        var ledger = new NetworkLedger(network);
        await foreach (var pool in Rows<Pool>().Where(row => row.Network == network).AsAsyncEnumerable())
        {
            ledger.State.Load(pool);
        }

        await foreach (var account in Rows<Account>().Where(row => row.Network == network).AsAsyncEnumerable())
        {
            ledger.Load(account.Address);
        }

        foreach (var table in ledger.State.Tables)
        {
            await (Task)
                OpenVersions
                    .MakeGenericMethod(table.RowType)
                    .Invoke(obj: null, [context, network, table, cancellationToken])!;
        }

        await foreach (var reading in context.LastReadings(network).WithCancellation(cancellationToken))
        {
            ledger.State.Sessions.Load(reading);
        }

        return ledger;

        IQueryable<TRow> Rows<TRow>()
            where TRow : class => context.Set<TRow>().AsNoTracking();
    }

    /// <summary>How far a network is indexed; null when nothing is.</summary>
    /// <param name="context">The database.</param>
    /// <param name="network">Name of the network.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<Cursor?> FindCursorAsync(
        this IndexerDbContext context,
        string network,
        CancellationToken cancellationToken
    ) => context.Set<Cursor>().AsNoTracking().SingleOrDefaultAsync(row => row.Network == network, cancellationToken);

    /// <summary>The highest block at or below a height whose header is kept; null when none is.</summary>
    /// <param name="context">The database.</param>
    /// <param name="network">Name of the network.</param>
    /// <param name="height">The height.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<BlockRef?> FindBlockAsync(
        this IndexerDbContext context,
        string network,
        long height,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<Block>()
            .Where(row => row.Network == network && row.Height <= height)
            .OrderByDescending(row => row.Height)
            .Select(row => new BlockRef(row.Height, row.Hash))
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What the sessions of the workers in pools stand at.</summary>
    private static IAsyncEnumerable<SessionReading> LastReadings(this IndexerDbContext context, string network) =>
        context
            .Set<SessionReading>()
            .FromSql(
                $"""
                select w.network, w.session_id, w.from_height as height, v.v, paid.total_reward, measured.instant_p
                from worker w
                left join lateral (select r.v from session_reading r where r.network = w.network
                  and r.session_id = w.session_id and r.v is not null order by r.height desc limit 1) v on true
                left join lateral (select r.total_reward from session_reading r where r.network = w.network
                  and r.session_id = w.session_id and r.total_reward is not null order by r.height desc limit 1) paid on true
                left join lateral (select r.instant_p from session_reading r where r.network = w.network
                  and r.session_id = w.session_id and r.instant_p is not null order by r.height desc limit 1) measured on true
                where w.network = {network} and w.to_height is null
                """
            )
            .AsNoTracking()
            .AsAsyncEnumerable();

    private static async Task LoadAsync<TRow>(
        IndexerDbContext context,
        string network,
        IVersionedTable table,
        CancellationToken cancellationToken
    )
        where TRow : StateRow
    {
        var open = context.Set<TRow>().AsNoTracking().Where(row => row.Network == network && row.ToHeight == null);
        await foreach (var row in open.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            table.Load(row);
        }
    }
}
