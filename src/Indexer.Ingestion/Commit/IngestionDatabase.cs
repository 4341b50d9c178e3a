using Indexer.Domain;
using Indexer.Storage;
using Npgsql;

namespace Indexer.Ingestion;

/// <summary>The database as the ingestion of networks uses it.</summary>
/// <param name="dataSource">The database.</param>
/// <param name="openContext">Opens a context on it.</param>
/// <param name="writer">Writes to it.</param>
public sealed class IngestionDatabase(
    NpgsqlDataSource dataSource,
    Func<IndexerDbContext> openContext,
    LedgerWriter writer
)
{
    /// <summary>Takes the right to index a network; null when another program has it.</summary>
    public Task<NetworkLock?> TryLockAsync(string network, CancellationToken cancellationToken) =>
        NetworkLock.TryTakeAsync(dataSource, network, cancellationToken);

    /// <summary>Registers a network, or checks that the registered one is the same chain.</summary>
    /// <exception cref="OtherChainException">The database holds another chain under this name.</exception>
    public async Task RegisterAsync(Network network, CancellationToken cancellationToken)
    {
        await using var context = openContext();
        await context.RegisterAsync(network, cancellationToken);
    }

    /// <summary>Labels the accounts of a network as configured, and forms the holders anew that this concerns.</summary>
    public Task LabelAsync(string network, IReadOnlyList<AccountLabel> labels, CancellationToken cancellationToken) =>
        writer.LabelAsync(network, labels, cancellationToken);

    /// <summary>Opens the ledger of a network where the last commit left it.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="held">The right to index it, which every commit proves.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<NetworkCommitter> OpenLedgerAsync(
        string network,
        NetworkLock held,
        CancellationToken cancellationToken
    ) => NetworkCommitter.OpenAsync(network, openContext, writer, held, cancellationToken);

    /// <summary>The settled proposals of a space that a job wants looked at again.</summary>
    /// <returns>Their ids.</returns>
    public Task<IReadOnlyList<string>> DueRechecksAsync(string network, CancellationToken cancellationToken) =>
        ProposalRechecks.DueAsync(dataSource, network, cancellationToken);

    /// <summary>Notes that a marked proposal was looked at, and that what was found is committed.</summary>
    public Task RecheckedAsync(string network, string proposalId, CancellationToken cancellationToken) =>
        ProposalRechecks.DoneAsync(dataSource, network, proposalId, cancellationToken);

    /// <summary>Writes what the ingestion of a network does.</summary>
    /// <param name="status">What it does.</param>
    /// <param name="isRegistered">Whether it has shown that it may speak for the network (<see cref="RegisterAsync"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SetStatusAsync(IngestionStatus status, bool isRegistered, CancellationToken cancellationToken)
    {
        await using var context = openContext();
        await (
            isRegistered
                ? context.SetStatusAsync(status, cancellationToken)
                : context.SetFirstStatusAsync(status, cancellationToken)
        );
    }

    /// <summary>Keeps where endpoints of a network contradicted each other; of each contradiction the first time.</summary>
    public async Task NoteAsync(IEnumerable<Disagreement> seen, CancellationToken cancellationToken)
    {
        await using var context = openContext();
        await context.NoteAsync(seen, cancellationToken);
    }

    /// <summary>Writes that the ingestion of a network lives.</summary>
    public async Task LivesAsync(string network, DateTimeOffset time, CancellationToken cancellationToken)
    {
        await using var context = openContext();
        await context.LivesAsync(network, time, cancellationToken);
    }
}
