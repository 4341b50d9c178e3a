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
            IReadOnlyList<Change> changes = [.. log.Handler.Handle(occurrence, ledger.State)];
            var place = new EventPlace(header, log.Log.LogIndex, log.Log.TransactionHash, Extrinsic: null);
            foreach (var change in changes)
            {
                ledger.Apply(change, place);
            }
        }
    }
}
