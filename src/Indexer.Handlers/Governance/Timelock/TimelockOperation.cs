using Indexer.Domain;
using Indexer.Evm;
using Indexer.Handlers.Governance.Governor;

namespace Indexer.Handlers.Governance.Timelock;

/// <summary>An operation of a timelock as events and proposals name it.</summary>
internal static class TimelockOperation
{
    /// <summary>The id that an event of a timelock names.</summary>
    public static string Of(EvmEvent decoded) => Hex.Of(decoded.Bytes("id"));

    /// <summary>What the timelock did with the operation of an event, the proposals that stand where it makes a difference do too.</summary>
    /// <param name="context">The event.</param>
    /// <param name="state">The state before it.</param>
    /// <param name="from">Where it makes a difference.</param>
    /// <param name="to">Where they stand then.</param>
    /// <param name="kind">What happened.</param>
    public static IEnumerable<Change> Move(
        EvmEventContext context,
        NetworkState state,
        ProposalStatus from,
        ProposalStatus to,
        ProposalEventKind kind
    ) =>
        state
            .Governance.ProposalsOfHash(Of(context.Event))
            .Where(proposal => proposal.Status == from)
            .SelectMany(proposal => ProposalEnds.Change(proposal, to, kind));
}
