using Indexer.Domain;
using Indexer.Evm;
using Indexer.Evm.Abi;

namespace Indexer.Ingestion;

/// <summary>
/// What one event of a contract means. Pure: the event and the state before it in, changes out. One class per event, in the
/// folder of its contract; the registry finds it by itself.
/// </summary>
/// <param name="declaration">The event as declared in Solidity, for example <c>Deposited(uint256 free, uint256 staked)</c>.</param>
/// <param name="roles">The configured roles of contracts that emit it.</param>
public abstract class EvmHandler(string declaration, params IReadOnlyList<string> roles)
{
    /// <summary>The configured roles of contracts that emit the event.</summary>
    public IReadOnlyList<string> Roles { get; } = roles;

    /// <summary>The event.</summary>
    public AbiEvent Event { get; } = AbiEvent.Parse(declaration);

    /// <summary>Whether the handler must know the transaction.</summary>
    /// <param name="log">The log.</param>
    /// <param name="decoded">The decoded log.</param>
    public virtual bool NeedsTransaction(EvmLog log, EvmEvent decoded) => false;

    /// <summary>The accounts of which the handler must know whether they are contracts.</summary>
    /// <param name="decoded">The decoded log.</param>
    public virtual IEnumerable<AccountId> MaybeContracts(EvmEvent decoded) => [];

    /// <summary>What contracts must be asked after the block of a log, because no event states it.</summary>
    /// <param name="role">The role of the contract that emitted the log.</param>
    /// <param name="log">The log.</param>
    /// <param name="decoded">The decoded log.</param>
    public virtual IEnumerable<ContractCall> Calls(string role, EvmLog log, EvmEvent decoded) => [];

    /// <summary>The changes that the event makes.</summary>
    /// <param name="context">The event and its block.</param>
    /// <param name="state">The state after all events before it.</param>
    /// <exception cref="UnknownStateException">The event does not fit the state.</exception>
    public abstract IEnumerable<Change> Handle(EvmEventContext context, NetworkState state);
}
