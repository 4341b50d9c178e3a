using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Ingestion;

/// <summary>A log with its handler.</summary>
internal sealed class DecodedEvmLog(string role, EvmLog log, EvmHandler handler)
{
    public EvmLog Log { get; } = log;

    public EvmHandler Handler { get; } = handler;

    public EvmEvent Event { get; } = handler.Event.Decode(log);

    public bool NeedsSender => Handler.NeedsSender(Log, Event);

    /// <summary>What contracts must be asked after its block.</summary>
    public IEnumerable<ContractCall> Calls => Handler.Calls(role, Log, Event);

    /// <summary>The account that sent the transaction; fetched for the logs that need it.</summary>
    public AccountId? Sender { get; set; }
}
