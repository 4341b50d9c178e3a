using Indexer.Domain;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;

namespace Indexer.TestKit.Governance;

/// <summary>Everything that an index holds of one network's governance: the rows of its ledger and all versions of its state.</summary>
public sealed class GovernanceModel
{
    private readonly ILookup<Type, LedgerRow> rows;
    private readonly ILookup<Type, StateRow> versions;

    public GovernanceModel(IEnumerable<LedgerRow> rows, IEnumerable<StateRow> versions)
    {
        // What the end of the chain made of its proposals is no step of the chain.
        this.rows = rows.Where(row => row.Index != LedgerRow.IndexAfterAll)
            .OrderBy(row => (row.Height, row.Index, row.Ordinal))
            .ToLookup(row => row.GetType());
        this.versions = versions.ToLookup(row => row.GetType());
    }

    /// <summary>Reads what a database holds.</summary>
    public static async Task<GovernanceModel> ReadAsync(IndexerDbContext context, string network)
    {
        List<LedgerRow> ledger =
        [
            .. await RowsAsync<Proposal>(),
            .. await RowsAsync<ProposalEvent>(),
            .. await RowsAsync<ProposalLink>(),
            .. await RowsAsync<VoteEvent>(),
            .. await RowsAsync<Reconciliation>(),
        ];
        List<StateRow> states =
        [
            .. await VersionsAsync<ProposalState>(),
            .. await VersionsAsync<ProposalText>(),
            .. await VersionsAsync<Vote>(),
            .. await VersionsAsync<VoteDelegation>(),
            .. await VersionsAsync<CollectiveMember>(),
            .. await VersionsAsync<ElectionVote>(),
        ];
        return new GovernanceModel(ledger, states);

        Task<List<TRow>> RowsAsync<TRow>()
            where TRow : LedgerRow =>
            context.Set<TRow>().AsNoTracking().Where(row => row.Network == network).ToListAsync();

        Task<List<TRow>> VersionsAsync<TRow>()
            where TRow : StateRow =>
            context.Set<TRow>().AsNoTracking().Where(row => row.Network == network).ToListAsync();
    }

    /// <summary>What it held after a block.</summary>
    public GovernanceView At(long height) => new(this, height);

    /// <summary>The rows of a kind up to a block, in the order of the chain.</summary>
    internal IEnumerable<TRow> Rows<TRow>(long height)
        where TRow : LedgerRow => rows[typeof(TRow)].Cast<TRow>().TakeWhile(row => row.Height <= height);

    /// <summary>The versions of a kind that began up to a block.</summary>
    internal IEnumerable<TRow> Versions<TRow>(long height)
        where TRow : StateRow => versions[typeof(TRow)].Cast<TRow>().Where(row => row.FromHeight <= height);
}
