using Indexer.Domain;
using Indexer.Substrate;

namespace Indexer.Handlers.Governance.Collectives;

/// <summary>Who sits in a collective.</summary>
internal static class Seats
{
    /// <summary>The storage that tells the members of a collective.</summary>
    public static StorageNeed Need(string pallet) => new(pallet, "Members", AtParent: false);

    /// <summary>The members as the chain states them; null when the node has no such storage.</summary>
    public static IReadOnlyList<AccountId>? Stated(SubstrateEventContext context, string pallet) =>
        context.Stored(pallet, "Members") is ScaleSequence members
            ? [.. members.Items.OfType<ScaleBytes>().Select(member => new AccountId(member.Value))]
            : null;

    /// <summary>
    /// The members are these from now on. Who leaves takes its votes on open motions with it; what a candidate or runner-up has
    /// behind it stays with it.
    /// </summary>
    public static IEnumerable<Change> Become(
        NetworkState state,
        CollectiveBody body,
        IReadOnlyCollection<AccountId> members
    )
    {
        var seated = state.Governance.MembersOf(body);
        foreach (
            var gone in seated.Where(seat => seat.Role == CollectiveRole.Member && !members.Contains(seat.Account))
        )
        {
            yield return new StateChange(gone, Ends: true);
            foreach (var change in WithoutVotes(state, body, gone.Account))
            {
                yield return change;
            }
        }

        foreach (var member in members)
        {
            var before = state.Governance.Members.Find((body, member));
            if (before?.Role != CollectiveRole.Member)
            {
                yield return new StateChange(
                    new CollectiveMember
                    {
                        Body = body,
                        Account = member,
                        Role = CollectiveRole.Member,
                        Backing = before?.Backing ?? Pha.Zero,
                    }
                );
            }
        }
    }

    /// <summary>
    /// The votes of an account that is no member any more go; what the chain last stated still counted them.
    /// Source: pallet_collective, change_members_sorted.
    /// </summary>
    public static IEnumerable<Change> WithoutVotes(NetworkState state, CollectiveBody body, AccountId account)
    {
        var prefix = ProposalIds.Motion(body, 0)[..^1];
        var lost = state
            .Governance.VotesOf(account)
            .Where(vote =>
                vote.ProposalId.StartsWith(prefix, StringComparison.Ordinal)
                && state.Governance.Proposal(vote.ProposalId).IsOpen
            );
        foreach (var vote in lost)
        {
            yield return new VoteEvent
            {
                ProposalId = vote.ProposalId,
                Voter = account,
                Action = VoteAction.Removed,
                Choice = vote.Choice,
            };
            yield return new ProposalChange(
                vote.ProposalId,
                before => before with { StatedAyes = null, StatedNays = null }
            );
        }
    }
}
