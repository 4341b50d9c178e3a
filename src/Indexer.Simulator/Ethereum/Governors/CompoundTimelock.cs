namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>A timelock of Compound's kind: what is not executed in its grace period expires. It is configured nowhere and tells nothing.</summary>
internal sealed class CompoundTimelock(EvmAddress address, ulong delay, ulong grace) : Timelock(address, delay)
{
    public override ulong? GracePeriod => grace;

    public override byte[]? Queue(EthereumRun run, EvmAddress governor, ProposalActions actions) => null;

    public override void Execute(EthereumRun run, EvmAddress governor, ProposalActions actions) { }

    public override void Cancel(EthereumRun run, byte[]? operation) { }

    public override GovernorProposalState StateOf(
        EthereumRecords records,
        GovernorProposal queued,
        long height,
        ulong time
    ) => time >= queued.Eta + grace ? GovernorProposalState.Expired : GovernorProposalState.Queued;
}
