using System.Globalization;
using Indexer.Domain;
using Microsoft.EntityFrameworkCore;

namespace Indexer.Storage;

/// <summary>Writes which networks the database holds and what their ingestion does.</summary>
public static class NetworkRegister
{
    /// <summary>Registers a network, or checks that the registered one is the same chain.</summary>
    /// <param name="context">The database.</param>
    /// <param name="network">The network as configured and verified with its chain.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OtherChainException">The database holds another chain under this name, or closed it at another last block.</exception>
    public static async Task RegisterAsync(
        this IndexerDbContext context,
        Network network,
        CancellationToken cancellationToken
    )
    {
        var known = await context
            .Set<Network>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Name == network.Name, cancellationToken);
        if (known is null)
        {
            context.Add(network);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
            return;
        }

        var isSame =
            known.Kind == network.Kind
            && known.ChainId == network.ChainId
            && known.Space == network.Space
            && known.StartBlock == network.StartBlock
            && known.GenesisHash.AsSpan().SequenceEqual(network.GenesisHash);
        if (!isSame)
        {
            throw new OtherChainException(
                $"The database holds {Describe(known)}, but {Describe(network)} is configured. Use another database or name."
            );
        }

        await RequireSameEndAsync(context, network, cancellationToken);
        if (known.LastBlock != network.LastBlock || known.L1 != network.L1)
        {
            await context
                .Set<Network>()
                .Where(row => row.Name == network.Name)
                .ExecuteUpdateAsync(
                    row =>
                        row.SetProperty(column => column.LastBlock, network.LastBlock)
                            .SetProperty(column => column.L1, network.L1),
                    cancellationToken
                );
        }
    }

    /// <summary>What was closed at the end of a chain stays closed: another end would leave holdings that nobody has.</summary>
    private static async Task RequireSameEndAsync(
        IndexerDbContext context,
        Network network,
        CancellationToken cancellationToken
    )
    {
        var closed = await context
            .Set<ChainEnd>()
            .Where(row => row.Network == network.Name && row.ToHeight == null)
            .Select(row => (long?)row.LastHeight)
            .SingleOrDefaultAsync(cancellationToken);
        if (closed is not null && closed != network.LastBlock)
        {
            throw new OtherChainException(
                $"The holdings on {network.Name} were closed after its last block {closed}, but networks.{network.Name}.lastBlock is "
                    + $"{network.LastBlock?.ToString(CultureInfo.InvariantCulture) ?? "not set"} now. Set it back, or use another database."
            );
        }
    }

    /// <summary>Writes what the ingestion of a network does.</summary>
    /// <param name="context">The database.</param>
    /// <param name="status">The status.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task SetStatusAsync(
        this IndexerDbContext context,
        IngestionStatus status,
        CancellationToken cancellationToken
    )
    {
        var updated = await context
            .Set<IngestionStatus>()
            .Where(row => row.Network == status.Network)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(column => column.State, status.State)
                        .SetProperty(column => column.Reason, status.Reason)
                        .SetProperty(column => column.Since, status.Since)
                        .SetProperty(column => column.NextTryAt, status.NextTryAt)
                        .SetProperty(column => column.HeadHeight, status.HeadHeight)
                        .SetProperty(column => column.FinalizedHeight, status.FinalizedHeight)
                        .SetProperty(column => column.UpdatedAt, status.UpdatedAt),
                cancellationToken
            );
        if (updated == 0)
        {
            context.Add(status);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Writes what the ingestion of a network does before the database knows the network: only where it does not, since whoever
    /// has not shown to serve the same chain must not speak for it.
    /// </summary>
    /// <param name="context">The database.</param>
    /// <param name="status">The status.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task SetFirstStatusAsync(
        this IndexerDbContext context,
        IngestionStatus status,
        CancellationToken cancellationToken
    )
    {
        if (!await context.Set<Network>().AnyAsync(row => row.Name == status.Network, cancellationToken))
        {
            await context.SetStatusAsync(status, cancellationToken);
        }
    }

    /// <summary>Writes that the ingestion of a network lives.</summary>
    /// <param name="context">The database.</param>
    /// <param name="network">Name of the network.</param>
    /// <param name="time">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task LivesAsync(
        this IndexerDbContext context,
        string network,
        DateTimeOffset time,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<IngestionStatus>()
            .Where(row => row.Network == network)
            .ExecuteUpdateAsync(row => row.SetProperty(column => column.UpdatedAt, time), cancellationToken);

    /// <summary>Keeps where endpoints of a network contradicted each other; of each contradiction the first time.</summary>
    /// <param name="context">The database.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task NoteAsync(
        this IndexerDbContext context,
        IEnumerable<Disagreement> seen,
        CancellationToken cancellationToken
    )
    {
        foreach (var one in seen)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                insert into disagreement (network, height, subject, taken, taken_answer, refused, refused_answer, seen_at)
                values ({one.Network}, {one.Height}, {one.Subject}, {one.Taken}, {one.TakenAnswer}, {one.Refused}, {one.RefusedAnswer}, {one.SeenAt})
                on conflict do nothing
                """,
                cancellationToken
            );
        }
    }

    private static string Describe(Network network) =>
        network.Kind switch
        {
            NetworkKind.Evm => $"{network.Name} (chain id {network.ChainId}, from block {network.StartBlock})",
            NetworkKind.Snapshot => $"{network.Name} (space {network.Space})",
            _ => $"{network.Name} (genesis {Hex.Of(network.GenesisHash ?? [])}, from block {network.StartBlock})",
        };
}
