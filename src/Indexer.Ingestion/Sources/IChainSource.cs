using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Ingestion;

/// <summary>Where the blocks of a network come from. May be read by several tasks at once.</summary>
public interface IChainSource : IAsyncDisposable
{
    /// <summary>What is known of the endpoints that it comes from.</summary>
    IReadOnlyList<EndpointStatus> Endpoints => [];

    /// <summary>Asks the chain who it is and compares with the configuration.</summary>
    /// <returns>The network as the chain confirmed it.</returns>
    /// <exception cref="WrongChainException">It is another chain.</exception>
    Task<Network> VerifyAsync(CancellationToken cancellationToken);

    /// <summary>How far the chain has come.</summary>
    Task<ChainHeads> GetHeadsAsync(CancellationToken cancellationToken);

    /// <summary>The hash of a block of the canonical chain; null when the chain is not that long.</summary>
    Task<byte[]?> FindHashAsync(long height, CancellationToken cancellationToken);

    /// <summary>Fetches and decodes blocks.</summary>
    /// <param name="from">First height.</param>
    /// <param name="to">Last height; it must exist.</param>
    /// <param name="allHeaders">Whether all headers are needed: above the finalized block.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Segments in order that cover the range; several when the node does not give all at once.</returns>
    IAsyncEnumerable<ChainSegment> ReadAsync(long from, long to, bool allHeaders, CancellationToken cancellationToken);

    /// <summary>The first block of a range in which something comes true that no event states; null when there is none.</summary>
    /// <param name="state">The state after the block before the range.</param>
    /// <param name="from">First height of the range; no block before the last one of the range has indexed events.</param>
    /// <param name="last">Last block of the range.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The block without its events; none by default.</returns>
    Task<DecodedBlock?> FindDueAsync(
        NetworkState state,
        long from,
        BlockHeader last,
        CancellationToken cancellationToken
    ) => Task.FromResult<DecodedBlock?>(null);

    /// <summary>Fetches what handling a block needs and only the state before it tells. Nothing by default.</summary>
    /// <param name="block">The block, which takes over what is fetched.</param>
    /// <param name="state">The state after the block before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task CompleteAsync(DecodedBlock block, NetworkState state, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Reads what the end of the chain is closed with, after its last block.</summary>
    /// <param name="last">The last block.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The chain after it; null where an end closes nothing, as by default.</returns>
    Task<EndedChain?> ReadEndAsync(BlockHeader last, CancellationToken cancellationToken) =>
        Task.FromResult<EndedChain?>(null);
}
