using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>Compares the index with the chain.</summary>
/// <param name="network">Name of the network.</param>
/// <param name="source">The chain.</param>
/// <param name="committer">The index.</param>
internal sealed class ForkDetection(string network, IChainSource source, NetworkCommitter committer)
{
    /// <summary>Whether the chain has another block than the index, so that something must be reverted.</summary>
    /// <param name="heads">
    /// The heads of the chain. A node that is behind the cursor, or lacks the block of a height, is no sign of a fork as long
    /// as what it has is what is indexed.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> HasForkedAsync(ChainHeads heads, CancellationToken cancellationToken)
    {
        if (committer.Cursor is not { } cursor)
        {
            return false;
        }

        var known =
            heads.Latest.Height < cursor.Height
                ? await committer.FindBlockAsync(heads.Latest.Height, cancellationToken)
                : new BlockRef(cursor.Height, cursor.Hash);
        return known is not null
            && await source.FindHashAsync(known.Height, cancellationToken) is { } hash
            && !hash.AsSpan().SequenceEqual(known.Hash);
    }

    /// <summary>The last indexed block below the cursor that is still on the chain.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WrongChainException">No indexed block is on the chain any more.</exception>
    public async Task<BlockRef> FindForkAsync(CancellationToken cancellationToken)
    {
        var height = committer.Cursor!.Height - 1;
        while (await committer.FindBlockAsync(height, cancellationToken) is { } block)
        {
            var hash = await source.FindHashAsync(block.Height, cancellationToken);
            if (hash.AsSpan().SequenceEqual(block.Hash))
            {
                return block;
            }

            height = block.Height - 1;
        }

        throw new WrongChainException(
            $"{network}: none of the indexed blocks up to {committer.Cursor.Height} is on the chain of the endpoints. "
                + "They serve another chain; use another database for it."
        );
    }
}
