using Indexer.Domain;
using Indexer.Ingestion.Contracts.Timelock;

namespace Indexer.Ingestion.Contracts.Governor;

/// <summary>
/// ProposalQueued: its execution is scheduled in a timelock. The operation of a TimelockController is that of the
/// CallScheduled before it in the transaction; a timelock of Compound lets it expire after its grace period.
/// </summary>
internal sealed class ProposalQueuedHandler()
    : GovernorHandler(
        "ProposalQueued(uint256 proposalId, uint256 etaSeconds)",
        ContractRoles.Governor,
        ContractRoles.GovernorBravo,
        ContractRoles.GovernorAlpha
    )
{
    protected override IEnumerable<ContractCall> Calls(GovernorViews views) => [views.Timelock, views.GracePeriod];

    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmOccurrence occurrence,
        NetworkState state
    )
    {
        var eta = occurrence.Event.UInt256("etaSeconds");
        var views = new GovernorViews(proposal, occurrence.Role);
        var grace = occurrence.Answers.Number(views.GracePeriod);
        RequireConfigured(occurrence.Answers.Address(views.Timelock), isCompound: grace is not null, occurrence);
        DateTimeOffset? expiry = grace is { } seconds ? Time(occurrence, eta + seconds) : null;
        yield return new ProposalChange(
            proposal.Id,
            before =>
                before with
                {
                    Status = ProposalStatus.Queued,
                    EnactmentTime = Time(occurrence, eta),
                    ExpiryTime = expiry,
                    Hash = CallScheduledHandler.OperationOf(occurrence),
                }
        );
        yield return new ProposalEvent
        {
            ProposalId = proposal.Id,
            Kind = ProposalEventKind.Queued,
            Status = ProposalStatus.Queued,
        };
    }

    /// <summary>What happens in a TimelockController alone decides about the proposal too.</summary>
    private static void RequireConfigured(AccountId? timelock, bool isCompound, EvmOccurrence occurrence)
    {
        if (timelock is { } address && !isCompound && !occurrence.Roles.ContainsKey(address))
        {
            throw new UnknownStateException(
                $"The governor {occurrence.Contract} queues proposals in the timelock {address}, which is not configured. Add it to the "
                    + $"contracts of the network with the role {ContractRoles.Timelock} and index the network anew."
            );
        }
    }
}
