using System.Numerics;
using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>
/// The meaning of an event of a governor that names a proposal. Where the proposal stands and how its votes add up is asked
/// after the block, to compare (<see cref="GovernorRule"/>).
/// </summary>
/// <param name="declaration">The event as declared in Solidity; the proposal is its <c>proposalId</c>.</param>
/// <param name="roles">The kinds of governors that emit it.</param>
internal abstract class GovernorHandler(string declaration, params IReadOnlyList<string> roles)
    : EvmHandler(declaration, roles)
{
    public sealed override IEnumerable<ContractCall> Calls(string role, EvmLog log, EvmEvent decoded)
    {
        var views = new GovernorViews(ProposalOf(log, decoded), role);
        return [views.State, .. views.Votes, .. Calls(views)];
    }

    public sealed override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        Changes(ProposalOf(context.Log, context.Event), context, state);

    /// <summary>What else must be asked.</summary>
    /// <param name="views">The views of the proposal.</param>
    protected virtual IEnumerable<ContractCall> Calls(GovernorViews views) => [];

    /// <summary>The changes that the event makes.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="context">The event and its block.</param>
    /// <param name="state">The state after all events before it.</param>
    protected abstract IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmEventContext context,
        NetworkState state
    );

    /// <summary>A time in seconds since 1970.</summary>
    /// <exception cref="UnknownStateException">It is no date.</exception>
    protected static DateTimeOffset Time(EvmEventContext context, BigInteger seconds) =>
        seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 1
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : throw new UnknownStateException(
                $"{context.Event.Name} in {context.Log} names second {seconds}, which is no date. Check the configured address."
            );

    /// <summary>A block number.</summary>
    /// <exception cref="UnknownStateException">No chain reaches it.</exception>
    protected static long Height(EvmEventContext context, BigInteger number) =>
        number < long.MaxValue
            ? (long)number
            : throw new UnknownStateException(
                $"{context.Event.Name} in {context.Log} names block {number}, which no chain reaches. Check the configured address."
            );

    private static GovernorProposal ProposalOf(EvmLog log, EvmEvent decoded) =>
        new(log.Address, decoded.UInt256("proposalId"));
}
