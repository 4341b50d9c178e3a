using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>What an initial state means: applied once, before the first event of the first block. Pure: the state in, changes out.</summary>
public abstract class ChainStartRule
{
    /// <summary>The changes, in order; they are read as they are applied.</summary>
    /// <param name="state">The state.</param>
    /// <param name="opened">What the changes so far made.</param>
    /// <exception cref="InitialStateException">The state is wrong, or contradicts itself.</exception>
    public abstract IEnumerable<Change> AtStart(InitialStateFile state, NetworkState opened);
}
