using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>A block whose indexed events are decoded and wait to be handled.</summary>
public interface IDecodedBlock
{
    /// <summary>The header.</summary>
    BlockHeader Header { get; }

    /// <summary>Indexed events of the block, and what else came true in it; complete after <see cref="Handle"/>.</summary>
    int Events { get; }

    /// <summary>Fetches what the block's meaning needs and only the state before it tells; just before <see cref="Handle"/>. Nothing by default.</summary>
    /// <param name="state">The state after the block before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task PrepareAsync(NetworkState state, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Handles the events in order: what they mean goes into the books.</summary>
    /// <param name="ledger">The books after the block before.</param>
    /// <exception cref="UnhandledEventException">An event has no handler.</exception>
    /// <exception cref="UnknownStateException">An event does not fit the state.</exception>
    void Handle(NetworkLedger ledger);
}
