using Indexer.Domain;
using Indexer.Handlers.Governance.Collectives;
using Indexer.Substrate;

namespace Indexer.Handlers.Governance.PhragmenElection;

/// <summary>The outcome of elections of the council: who sits, who takes the next free seat.</summary>
internal static class Election
{
    private const string Pallet = "PhragmenElection";

    /// <summary>The storage that tells it.</summary>
    public static IEnumerable<StorageNeed> Needs() =>
        [new StorageNeed(Pallet, "Members", AtParent: false), new StorageNeed(Pallet, "RunnersUp", AtParent: false)];

    /// <summary>Those whom a list of the storage names, with their backing; null when the node has no such storage.</summary>
    public static IReadOnlyList<(AccountId Account, Pha Backing)>? Stated(SubstrateEventContext context, string list) =>
        context.Stored(Pallet, list) is ScaleSequence seats
            ?
            [
                .. seats
                    .Items.OfType<ScaleComposite>()
                    .Select(seat => new Substrate.Events.EventFields(list, seat.Fields))
                    .Select(seat => (seat.AccountId(0), seat.Balance(1))),
            ]
            : null;

    /// <summary>Members and runners-up are these from now on; <paramref name="staying"/> says which of the others stay.</summary>
    public static IEnumerable<Change> Become(
        NetworkState state,
        IReadOnlyList<(AccountId Account, Pha Backing)> members,
        IReadOnlyList<(AccountId Account, Pha Backing)> runnersUp,
        Func<CollectiveMember, bool> staying
    )
    {
        var seats = members.Select(member => Seat(member, CollectiveRole.Member));
        var now = seats.Concat(runnersUp.Select(next => Seat(next, CollectiveRole.RunnerUp))).ToList();
        foreach (var before in state.Governance.MembersOf(CollectiveBody.Council))
        {
            var after = now.Find(seat => seat.Account == before.Account);
            if (after is null && !staying(before))
            {
                yield return new StateChange(before, Ends: true);
            }

            if (before.Role == CollectiveRole.Member && after?.Role != CollectiveRole.Member)
            {
                foreach (var change in Seats.WithoutVotes(state, CollectiveBody.Council, before.Account))
                {
                    yield return change;
                }
            }
        }

        foreach (var seat in now)
        {
            yield return new StateChange(seat);
        }
    }

    /// <summary>
    /// A seat holder, runner-up or candidate left. The storage tells who sits now; where it is not known, the runner-up
    /// with the most backing takes the seat of a member.
    /// </summary>
    public static IEnumerable<Change> Left(SubstrateEventContext context, AccountId gone, NetworkState state)
    {
        if (Stated(context, "Members") is { } members)
        {
            return Become(
                state,
                members,
                Stated(context, "RunnersUp") ?? [],
                other => other.Role == CollectiveRole.Candidate && other.Account != gone
            );
        }

        var changes = new List<Change>();
        if (state.Governance.Members.Find((CollectiveBody.Council, gone)) is not { } seat)
        {
            return changes;
        }

        changes.Add(new StateChange(seat, Ends: true));
        if (seat.Role == CollectiveRole.Member)
        {
            changes.AddRange(Seats.WithoutVotes(state, CollectiveBody.Council, gone));
            var next = state
                .Governance.MembersOf(CollectiveBody.Council)
                .Where(other => other.Role == CollectiveRole.RunnerUp)
                .MaxBy(other => other.Backing);
            if (next is not null)
            {
                changes.Add(new StateChange(next with { Role = CollectiveRole.Member }));
            }
        }

        return changes;
    }

    private static CollectiveMember Seat((AccountId Account, Pha Backing) holder, CollectiveRole role) =>
        new()
        {
            Body = CollectiveBody.Council,
            Account = holder.Account,
            Role = role,
            Backing = holder.Backing,
        };
}
