namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>Holds back what a governor queues.</summary>
/// <param name="address">Its address.</param>
/// <param name="delay">How many seconds.</param>
internal abstract class Timelock(EvmAddress address, ulong delay)
{
    public EvmAddress Address => address;

    public ulong Delay => delay;

    /// <summary>Seconds after which what was not carried out expires; null when it never does.</summary>
    public virtual ulong? GracePeriod => null;

    /// <summary>Queues a proposal's actions and returns the id of the operation, if it has one.</summary>
    public abstract byte[]? Queue(EthereumRun run, EvmAddress governor, ProposalActions actions);

    public abstract void Execute(EthereumRun run, EvmAddress governor, ProposalActions actions);

    public abstract void Cancel(EthereumRun run, byte[]? operation);

    /// <summary>Where a proposal stands that its governor queued and neither executed nor canceled.</summary>
    public abstract GovernorProposalState StateOf(
        EthereumRecords records,
        GovernorProposal queued,
        long height,
        ulong time
    );
}
