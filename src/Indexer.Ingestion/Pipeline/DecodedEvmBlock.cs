using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>An EVM block and the logs of indexed contracts in it.</summary>
internal sealed class DecodedEvmBlock(
    BlockHeader header,
    IReadOnlyList<DecodedEvmLog> logs,
    NetworkSettings settings,
    IReadOnlyList<EvmBlockRule> rules,
    ContractReader contracts
) : IDecodedBlock
{
    private const int BeforeFirstLog = -1;
    private int due;

    public BlockHeader Header => header;

    public int Events => logs.Count + due;

    public IReadOnlyList<DecodedEvmLog> Logs => logs;

    /// <summary>The role of each indexed contract of the network.</summary>
    public IReadOnlyDictionary<AccountId, string> Roles => settings.Contracts;

    /// <summary>The estimated time of another block; null when it is beyond the calendar.</summary>
    public DateTimeOffset? TimeOf(long height) => header.TimeOf(height, settings.BlockTime);

    /// <summary>What contracts answered after the block.</summary>
    public ContractAnswers Answers { get; set; } = ContractAnswers.None;

    public IEnumerable<DecodedEvmLog> NeedingSender => logs.Where(log => log.NeedsSender);

    public Task PrepareAsync(NetworkState state, CancellationToken cancellationToken) =>
        contracts.AskAsync([(this, rules.SelectMany(rule => rule.Calls(this, state)))], cancellationToken);

    public void Handle(NetworkLedger ledger)
    {
        foreach (var rule in rules)
        {
            IReadOnlyList<Change> changes = [.. rule.AtStart(this, ledger.State)];
            due += changes.Count > 0 ? 1 : 0;
            Apply(changes, new EventPlace(header, BeforeFirstLog, null, Extrinsic: null), ledger);
        }

        var earlier = new List<EvmEventContext>(logs.Count);
        foreach (var log in logs)
        {
            var context = new EvmEventContext(header, log.Log, log.Event, log.Sender, settings.Contracts)
            {
                Answers = Answers,
                BlockTime = settings.BlockTime,
                Earlier = earlier,
            };
            try
            {
                Apply(
                    [.. log.Handler.Handle(context, ledger.State)],
                    new EventPlace(header, log.Log.LogIndex, log.Log.TransactionHash, Extrinsic: null),
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

            earlier.Add(context);
        }

        var last = logs.Count > 0 ? logs[^1].Log.LogIndex : BeforeFirstLog;
        foreach (var rule in rules)
        {
            Apply([.. rule.AtEnd(this, ledger.State)], new EventPlace(header, last, null, Extrinsic: null), ledger);
        }
    }

    private static void Apply(IReadOnlyList<Change> changes, EventPlace place, NetworkLedger ledger)
    {
        foreach (var change in changes)
        {
            ledger.Apply(change, place);
        }
    }
}
