using Indexer.Domain;
using Indexer.Evm;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Chain;

namespace Indexer.Ingestion;

/// <summary>A block whose indexed events are decoded and wait to be handled: data, which executes nothing.</summary>
/// <param name="Header">The header.</param>
public abstract record DecodedBlock(BlockHeader Header);

/// <summary>A Substrate block, its indexed events and calls, and what their handlers need of the storage.</summary>
/// <param name="Block">The block.</param>
/// <param name="Calls">The wanted calls that its extrinsics carried out.</param>
internal sealed record DecodedSubstrateBlock(SubstrateBlock Block, IReadOnlyList<DispatchedCall> Calls)
    : DecodedBlock(Block.Header)
{
    private static readonly IReadOnlyDictionary<StorageNeed, ScaleValue?> None =
        new Dictionary<StorageNeed, ScaleValue?>();

    private readonly Dictionary<object, Dictionary<StorageNeed, ScaleValue?>> storage = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>The values of the storage that an event or a call needs, as far as they were supplied.</summary>
    public IReadOnlyDictionary<StorageNeed, ScaleValue?> StorageOf(object eventOrCall) =>
        storage.TryGetValue(eventOrCall, out var values) ? values : None;

    /// <summary>Takes over a value that an event or a call needs.</summary>
    public void Supply(object eventOrCall, StorageNeed need, ScaleValue? value)
    {
        if (!storage.TryGetValue(eventOrCall, out var values))
        {
            storage[eventOrCall] = values = [];
        }

        values[need] = value;
    }
}

/// <summary>An EVM block and the logs of indexed contracts in it.</summary>
/// <param name="Header">The header.</param>
/// <param name="Logs">The logs in order, without those that are ignored for a reason.</param>
/// <param name="Roles">The role of each indexed contract of the network.</param>
/// <param name="BlockTime">The usual time between two blocks, from which times of other blocks are estimated.</param>
internal sealed record DecodedEvmBlock(
    BlockHeader Header,
    IReadOnlyList<DecodedEvmLog> Logs,
    IReadOnlyDictionary<AccountId, string> Roles,
    TimeSpan BlockTime
) : DecodedBlock(Header)
{
    /// <summary>What contracts answered after the block, as far as they were asked.</summary>
    public ContractAnswers Answers { get; set; } = ContractAnswers.None;

    /// <summary>The estimated time of another block; null when it is beyond the calendar.</summary>
    public DateTimeOffset? TimeOf(long height) => Header.TimeOf(height, BlockTime);
}

/// <summary>A log of an indexed contract.</summary>
/// <param name="Role">The role of the contract.</param>
/// <param name="Log">The log.</param>
/// <param name="Event">The decoded log.</param>
internal sealed record DecodedEvmLog(string Role, EvmLog Log, EvmEvent Event)
{
    /// <summary>The transaction; only for logs whose handlers need it.</summary>
    public EvmTransaction? Transaction { get; set; }

    /// <summary>Those of the accounts that the handler asks for which are contracts after the block.</summary>
    public HashSet<AccountId> Contracts { get; } = [];
}
