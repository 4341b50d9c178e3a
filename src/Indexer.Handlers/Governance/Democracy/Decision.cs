using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// The end of a referendum's voting. The chain counts in the beginning of a block, with the votes up to the block before: its
/// tally and the eligible supply there are what decided, and our sums are compared with them.
/// </summary>
internal static class Decision
{
    private const string Rounding = "rounding of wrapped votes";
    private const string LastBlock = "votes of the block of its cancellation";
    private const string Source = "Democracy.ReferendumInfoOf";

    /// <summary>The storage that tells how it was decided.</summary>
    public static IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [.. Electorate.Needs(atParent: true), ReferendumInfo.Need(raised, atParent: true)];

    /// <summary>The referendum that the event names.</summary>
    public static ProposalState Referendum(SubstrateEventContext context, NetworkState state) =>
        state.Governance.Proposal(ProposalIds.Referendum(context.Fields.U32("ref_index")));

    /// <summary>The end: our sums compared, the step, and the state with what decided it.</summary>
    /// <param name="context">The event.</param>
    /// <param name="state">The state before it.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="status">The status from now on; only what is queued keeps its enactment.</param>
    public static IEnumerable<Change> End(
        SubstrateEventContext context,
        NetworkState state,
        ProposalEventKind kind,
        ProposalStatus status
    ) =>
        [
            .. Compare(context, state),
            .. Referendum(context, state)
                .Become(
                    kind,
                    status,
                    state: before =>
                        Decided(context, before) with
                        {
                            EnactmentHeight = status == ProposalStatus.Queued ? before.EnactmentHeight : null,
                        }
                ),
        ];

    /// <summary>The rows that compare our sums with the chain's at the end of the block before.</summary>
    private static IEnumerable<Change> Compare(SubstrateEventContext context, NetworkState state)
    {
        if (Stated(context) is not { } stated)
        {
            yield break;
        }

        var now = Referendum(context, state);
        var then = state.Governance.Proposals.BeforeBlock.GetValueOrDefault(now.ProposalId) ?? now;
        yield return Row(state, now.ProposalId, ReconciliationCheck.Ayes, stated.Ayes, then.Ayes, now.Ayes);
        yield return Row(state, now.ProposalId, ReconciliationCheck.Nays, stated.Nays, then.Nays, now.Nays);
        yield return Row(state, now.ProposalId, ReconciliationCheck.Turnout, stated.Turnout, then.Turnout, now.Turnout);
    }

    /// <summary>The state with what decided it.</summary>
    private static ProposalState Decided(SubstrateEventContext context, ProposalState before)
    {
        var after = before.With(Electorate.Of(context, atParent: true)) with { EndTime = context.Block.Time };
        return Stated(context) is { } stated
            ? after with
            {
                StatedAyes = stated.Ayes,
                StatedNays = stated.Nays,
                StatedTurnout = stated.Turnout,
            }
            : after;
    }

    private static ReferendumInfo? Stated(SubstrateEventContext context) =>
        ReferendumInfo.Ongoing(context.Stored(ReferendumInfo.Pallet, ReferendumInfo.Entry, atParent: true));

    private static Reconciliation Row(
        NetworkState state,
        string proposalId,
        ReconciliationCheck check,
        Pha stated,
        Pha then,
        Pha now
    ) =>
        new()
        {
            ProposalId = proposalId,
            Check = check,
            Source = Source,
            Stated = stated,
            Found = now,
            Reason =
                stated == now ? null
                : stated != then
                && (check == ReconciliationCheck.Turnout || !IsRounding(state, proposalId, stated - then))
                    ? "unexplained"
                : then == now ? Rounding
                : LastBlock,
        };

    /// <summary>
    /// The chain takes a tenth of all wrapped votes together, the index one of each: less than one smallest unit is lost for
    /// each of them.
    /// </summary>
    private static bool IsRounding(NetworkState state, string proposalId, Pha difference)
    {
        var wrapped = state.Governance.VotesOn(proposalId).Count(vote => vote.Kind == VoteKind.Wrapped);
        return difference > Pha.Zero && difference < Pha.FromLegacy((UInt128)wrapped);
    }
}
