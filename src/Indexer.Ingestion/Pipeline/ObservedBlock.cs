using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>An observation of a proposal that found changes: a block of its network, each change an event of it.</summary>
internal sealed class ObservedBlock(BlockHeader header, IReadOnlyList<Change> changes) : IDecodedBlock
{
    public BlockHeader Header => header;

    public int Events => changes.Count;

    public void Handle(NetworkLedger ledger)
    {
        for (var index = 0; index < changes.Count; index++)
        {
            try
            {
                ledger.Apply(changes[index], new EventPlace(header, index, Transaction: null, Extrinsic: null));
            }
            catch (OverflowException)
            {
                // Each weight fits, but no sum of weights of PHA comes near the end of Int128.
                throw new UnknownStateException(
                    $"Change {index} of observation {header.Height} makes sums that are far beyond the supply of PHA. Check the space's strategies."
                );
            }
        }
    }
}
