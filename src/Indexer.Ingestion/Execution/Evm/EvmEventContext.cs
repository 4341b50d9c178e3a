using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Ingestion;

/// <summary>A log of an indexed contract as its handler gets it.</summary>
/// <param name="Block">The header of the block.</param>
/// <param name="Log">The log.</param>
/// <param name="Event">The decoded log.</param>
/// <param name="Transaction">The transaction, for handlers that asked for it; else null.</param>
/// <param name="Roles">The role of each indexed contract of the network.</param>
public sealed record EvmEventContext(
    BlockHeader Block,
    EvmLog Log,
    EvmEvent Event,
    EvmTransaction? Transaction,
    IReadOnlyDictionary<AccountId, string> Roles
)
{
    /// <summary>What contracts answered after the block, for handlers that asked.</summary>
    public ContractAnswers Answers { get; init; } = ContractAnswers.None;

    /// <summary>Those of the accounts that the handler asked for which are contracts after the block.</summary>
    public IReadOnlySet<AccountId> Contracts { get; init; } = new HashSet<AccountId>();

    /// <summary>The usual time between two blocks of the chain, from which times of future blocks are estimated.</summary>
    public TimeSpan BlockTime { get; init; } = NetworkSettings.EthereumBlockTime;

    /// <summary>The handled logs of the block before this one, in order: some events only make sense with them.</summary>
    public IReadOnlyList<EvmEventContext> Earlier { get; init; } = [];

    /// <summary>The contract that emitted the log.</summary>
    public AccountId Contract => Log.Address;

    /// <summary>The role of that contract.</summary>
    public string Role => Roles[Contract];

    /// <summary>The handled logs of the same transaction before this one, the latest first.</summary>
    public IEnumerable<EvmEventContext> EarlierInTransaction() =>
        Earlier.Reverse().TakeWhile(other => other.Log.TransactionHash.AsSpan().SequenceEqual(Log.TransactionHash));

    /// <summary>The estimated time of another block; null when it is beyond the calendar.</summary>
    public DateTimeOffset? TimeOf(long height) => Block.TimeOf(height, BlockTime);

    /// <summary>A <c>string</c>; null when it is empty. The one character that databases cannot store shows as U+FFFD.</summary>
    /// <param name="name">Name of the parameter.</param>
    public string? Text(string name) => Event.Text(name) is { Length: > 0 } text ? text.Replace('\0', '\uFFFD') : null;

    /// <summary>An amount or a number of shares: a <c>uint256</c> with 18 decimals.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <exception cref="UnknownStateException">The value is far beyond the supply of PHA, so the contract is not the one it is configured as.</exception>
    public Pha Amount(string name)
    {
        try
        {
            return Pha.FromWei(Event.UInt256(name));
        }
        catch (OverflowException)
        {
            throw new UnknownStateException(
                $"{Event.Name}.{name} of {Log} is {Event.UInt256(name)}, far beyond the supply of PHA. Check the configured address."
            );
        }
    }
}
