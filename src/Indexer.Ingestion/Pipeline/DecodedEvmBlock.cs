using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Ingestion;

/// <summary>An EVM block and the logs of indexed contracts in it.</summary>
internal sealed class DecodedEvmBlock(
    BlockHeader header,
    IReadOnlyList<DecodedEvmLog> logs,
    IReadOnlyDictionary<AccountId, string> roles
) : IDecodedBlock
{
    public BlockHeader Header => header;

    public int Events => logs.Count;

    public IEnumerable<DecodedEvmLog> NeedingSender => logs.Where(log => log.NeedsSender);

    public static DecodedEvmBlock Decode(
        EvmBlock block,
        IReadOnlyDictionary<AccountId, string> roles,
        EvmHandlers handlers
    )
    {
        var logs = new List<DecodedEvmLog>(block.Logs.Count);
        foreach (var log in block.Logs)
        {
            if (handlers.For(roles[log.Address], log) is { } handler)
            {
                logs.Add(new DecodedEvmLog(log, handler));
            }
        }

        return new DecodedEvmBlock(block.Header, logs, roles);
    }

    public void Handle(NetworkLedger ledger)
    {
        foreach (var log in logs)
        {
            var occurrence = new EvmOccurrence(header, log.Log, log.Event, log.Sender, roles);
            try
            {
                Apply(occurrence, log.Handler, ledger);
            }
            catch (OverflowException)
            {
                // Each amount fits, but no sum of amounts of PHA comes near the end of Int128.
                throw new UnknownStateException(
                    $"{log.Event.Name} in {log.Log} makes sums that are far beyond the supply of PHA. Check the configured address."
                );
            }
        }
    }

    private void Apply(EvmOccurrence occurrence, EvmHandler handler, NetworkLedger ledger)
    {
        IReadOnlyList<Change> changes = [.. handler.Handle(occurrence, ledger.State)];
        var place = new EventPlace(header, occurrence.Log.LogIndex, occurrence.Log.TransactionHash, Extrinsic: null);
        foreach (var change in changes)
        {
            ledger.Apply(change, place);
        }
    }
}
