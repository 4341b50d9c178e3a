using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>Puts what a decoded block means into the ledger. Pure but for the ledger: it never asks a chain.</summary>
public interface IBlockHandler
{
    /// <summary>Handles the events of a block in order.</summary>
    /// <param name="block">The block, with all that its handlers need.</param>
    /// <param name="ledger">The ledger after the block before.</param>
    /// <returns>How many events it has, counting what came true in it without one.</returns>
    /// <exception cref="UnhandledEventException">An event has no handler.</exception>
    /// <exception cref="UnknownStateException">An event does not fit the state.</exception>
    int Handle(DecodedBlock block, NetworkLedger ledger);

    /// <summary>Opens the ledger with a state instead of the blocks before the first. Nothing by default.</summary>
    /// <param name="state">The state after the block before the first.</param>
    /// <param name="first">Header of the first block, whose entries those of the state are.</param>
    /// <param name="ledger">The empty ledger.</param>
    /// <exception cref="InitialStateException">The state is wrong, or contradicts itself.</exception>
    void HandleStart(InitialStateFile state, BlockHeader first, NetworkLedger ledger) { }

    /// <summary>Closes what a chain leaves at its end. Nothing by default.</summary>
    /// <param name="end">The chain after its last block.</param>
    /// <param name="ledger">The ledger after this block.</param>
    void HandleEnd(EndedChain end, NetworkLedger ledger) { }
}
