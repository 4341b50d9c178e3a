using Indexer.Domain;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion;

/// <summary>A Substrate block and its indexed events.</summary>
internal sealed class DecodedSubstrateBlock(SubstrateBlock block, SubstrateHandlers handlers) : IDecodedBlock
{
    public BlockHeader Header => block.Header;

    public int Events => block.Events.Count;

    public Task PrepareAsync(NetworkState state, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Handle(NetworkLedger ledger)
    {
        var earlier = new List<SubstrateEvent>(block.Events.Count);
        foreach (var raised in block.Events)
        {
            IReadOnlyList<Change> changes =
            [
                .. handlers.Handle(new SubstrateOccurrence(Header, raised, earlier), ledger.State),
            ];
            foreach (var change in changes)
            {
                ledger.Apply(change, PlaceOf(raised));
            }

            earlier.Add(raised);
        }

        foreach (var rule in handlers.BlockRules)
        {
            IReadOnlyList<(SubstrateEvent, Change)> changes = [.. rule.AtEnd(block.Events, ledger.State)];
            foreach (var (cause, change) in changes)
            {
                ledger.Apply(change, PlaceOf(cause));
            }
        }
    }

    private EventPlace PlaceOf(SubstrateEvent raised) => new(Header, raised.Index, null, raised.ExtrinsicIndex);
}
