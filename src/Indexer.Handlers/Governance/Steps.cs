using Indexer.Domain;

namespace Indexer.Handlers.Governance;

/// <summary>Steps in the course of proposals.</summary>
internal static class Steps
{
    /// <summary>A new status: the row that tells it, and the state that has it.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="status">The status from now on.</param>
    /// <param name="step">What else to say of it; nothing when null.</param>
    /// <param name="state">What else changes of the proposal; nothing when null.</param>
    public static IEnumerable<Change> Become(
        this ProposalState proposal,
        ProposalEventKind kind,
        ProposalStatus status,
        Func<ProposalEvent, ProposalEvent>? step = null,
        Func<ProposalState, ProposalState>? state = null
    )
    {
        var row = new ProposalEvent
        {
            ProposalId = proposal.ProposalId,
            Kind = kind,
            Status = status,
        };
        yield return step?.Invoke(row) ?? row;
        yield return new ProposalChange(
            proposal.ProposalId,
            before => (state?.Invoke(before) ?? before) with { Status = status }
        );
    }

    /// <summary>A step that leaves the status as it is.</summary>
    public static ProposalEvent Step(
        this ProposalState proposal,
        ProposalEventKind kind,
        AccountId? account = null,
        Pha? amount = null
    ) =>
        new()
        {
            ProposalId = proposal.ProposalId,
            Kind = kind,
            Status = proposal.Status,
            Account = account,
            Amount = amount,
        };

    /// <summary>One proposal leads to another.</summary>
    public static ProposalLink Link(string from, string to, ProposalLinkKind kind) =>
        new()
        {
            ProposalId = from,
            TargetId = to,
            Kind = kind,
        };
}
