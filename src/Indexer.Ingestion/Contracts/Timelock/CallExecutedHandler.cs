using Indexer.Domain;
using Indexer.Ingestion.Contracts.Governor;

namespace Indexer.Ingestion.Contracts.Timelock;

/// <summary>CallExecuted: the operation of a proposal was carried out, by its governor or in the timelock alone.</summary>
internal sealed class CallExecutedHandler()
    : EvmHandler(
        "CallExecuted(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data)",
        ContractRoles.Timelock
    )
{
    public override IEnumerable<Change> Handle(EvmOccurrence occurrence, NetworkState state) =>
        state
            .Governance.ProposalsOfHash(TimelockOperation.Of(occurrence.Event))
            .Where(proposal => proposal.Status == ProposalStatus.Queued)
            .SelectMany(proposal => ProposalEnds.Change(proposal, ProposalStatus.Executed, ProposalEventKind.Executed));
}
