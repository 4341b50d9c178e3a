using Indexer.Domain;
using Indexer.Handlers.Governance.Timelock;

namespace Indexer.Handlers.Governance.Governor;

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
        EvmEventContext context,
        NetworkState state
    )
    {
        var eta = context.Event.UInt256("etaSeconds");
        var views = new GovernorViews(proposal, context.Role);
        var grace = context.Answers.Number(views.GracePeriod);
        RequireConfigured(context.Answers.Address(views.Timelock), isCompound: grace is not null, context);
        DateTimeOffset? expiry = grace is { } seconds ? Time(context, eta + seconds) : null;
        yield return new ProposalChange(
            proposal.Id,
            before =>
                before with
                {
                    Status = ProposalStatus.Queued,
                    EnactmentTime = Time(context, eta),
                    ExpiryTime = expiry,
                    Hash = CallScheduledHandler.OperationOf(context),
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
    private static void RequireConfigured(AccountId? timelock, bool isCompound, EvmEventContext context)
    {
        if (timelock is { } address && !isCompound && !context.Roles.ContainsKey(address))
        {
            throw new UnknownStateException(
                $"The governor {context.Contract} queues proposals in the timelock {address}, which is not configured. Add it to the "
                    + $"contracts of the network with the role {ContractRoles.Timelock} and index the network anew."
            );
        }
    }
}
