using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>Handles the logs of an EVM block in order, between what comes true at its start and what holds at its end.</summary>
/// <param name="handlers">What events mean.</param>
public sealed class EvmBlockHandler(EvmHandlers handlers) : IBlockHandler
{
    private const int BeforeFirstLog = -1;

    /// <inheritdoc />
    public int Handle(DecodedBlock block, NetworkLedger ledger)
    {
        var decoded = (DecodedEvmBlock)block;
        var due = 0;
        foreach (var rule in handlers.BlockRules)
        {
            IReadOnlyList<Change> changes = [.. rule.AtStart(decoded, ledger.State)];
            due += changes.Count > 0 ? 1 : 0;
            Apply(changes, new EventPlace(decoded.Header, BeforeFirstLog, null, Extrinsic: null), ledger);
        }

        var earlier = new List<EvmEventContext>(decoded.Logs.Count);
        foreach (var log in decoded.Logs)
        {
            earlier.Add(HandleLog(log, decoded, earlier, ledger));
        }

        var last = decoded.Logs.Count > 0 ? decoded.Logs[^1].Log.LogIndex : BeforeFirstLog;
        foreach (var rule in handlers.BlockRules)
        {
            Apply(
                [.. rule.AtEnd(decoded, ledger.State)],
                new EventPlace(decoded.Header, last, null, Extrinsic: null),
                ledger
            );
        }

        return decoded.Logs.Count + due;
    }

    private EvmEventContext HandleLog(
        DecodedEvmLog log,
        DecodedEvmBlock block,
        IReadOnlyList<EvmEventContext> earlier,
        NetworkLedger ledger
    )
    {
        var context = new EvmEventContext(block.Header, log.Log, log.Event, log.Transaction, block.Roles)
        {
            Answers = block.Answers,
            Contracts = log.Contracts,
            BlockTime = block.BlockTime,
            Earlier = earlier,
        };
        try
        {
            Apply(
                [.. handlers.For(log.Role, log.Log)!.Handle(context, ledger.State)],
                new EventPlace(block.Header, log.Log.LogIndex, log.Log.TransactionHash, Extrinsic: null),
                ledger
            );
        }
        catch (OverflowException)
        {
            // Each amount fits, but no sum of amounts of PHA comes near the end of Int128.
            throw new UnknownStateException(
                $"{log.Event.Name} in {log.Log} makes sums that are far beyond the supply of PHA. Check the configured address."
            );
        }

        return context;
    }

    private static void Apply(IReadOnlyList<Change> changes, EventPlace place, NetworkLedger ledger)
    {
        foreach (var change in changes)
        {
            ledger.Apply(change, place);
        }
    }
}
