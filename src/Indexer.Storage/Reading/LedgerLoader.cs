using Indexer.Domain;
using Microsoft.EntityFrameworkCore;

namespace Indexer.Storage;

/// <summary>Opens the books of a network where the last commit left them.</summary>
public static class LedgerLoader
{
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

        await LoadAsync<PoolState>();
        await LoadAsync<Position>();
        await LoadAsync<DelegationNft>();
        await LoadAsync<Worker>();
        await LoadAsync<WhitelistEntry>();
        await LoadAsync<VaultTerms>();
        await LoadAsync<ClaimContract>();
        await LoadAsync<UnlockRequest>();
        await LoadAsync<BridgeTransfer>();
        await LoadAsync<BridgeWithdrawal>();
        await LoadAsync<ProposalState>();
        await LoadAsync<ProposalText>();
        await LoadAsync<ProposalChoice>();
        await LoadAsync<Vote>();
        await LoadAsync<VoteDelegation>();
        await LoadAsync<CollectiveMember>();
        await LoadAsync<ElectionVote>();
        await LoadAsync<VotingPower>();
        await LoadAsync<SnapshotTokens>();
        await LoadAsync<Preimage>();
        return ledger;

        IQueryable<TRow> Rows<TRow>()
            where TRow : class => context.Set<TRow>().AsNoTracking();

        async Task LoadAsync<TRow>()
            where TRow : StateRow
        {
            var open = Rows<TRow>().Where(row => row.Network == network && row.ToHeight == null);
            await foreach (var row in open.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                ledger.State.Load(row);
            }
        }
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
}
