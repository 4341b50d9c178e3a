namespace Indexer.Simulator.Tests;

/// <summary>The small worlds for thousands of seeds: a few of them already play every rule of governance.</summary>
public sealed class AssemblyTests
{
    private static readonly Lazy<List<GovernanceBooks>> Books = new(() =>
        [
            .. Enumerable
                .Range(1, 16)
                .Select(seed => World.Create((ulong)seed, WorldSize.Assembly))
                .SelectMany(world => new[] { world.Khala, world.Phala })
                .Select(chain => chain.Books.Governance),
        ]
    );

    private static IEnumerable<ReferendumBook> Referenda => Books.Value.SelectMany(books => books.Referenda);

    public static TheoryData<VoteThreshold> Thresholds => [.. Enum.GetValues<VoteThreshold>()];

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void Every_threshold_is_passed_and_missed_by_the_least(VoteThreshold threshold)
    {
        var decided = Referenda.Where(one => one.Threshold == threshold && one.Approved is not null).ToList();
        Assert.Contains(decided, one => one.Approved == true && Turns(one, ayes: -1));
        Assert.Contains(decided, one => one.Approved == false && Turns(one, ayes: 1));
    }

    [Fact]
    public void Ties_are_played() =>
        Assert.Contains(
            Referenda,
            one =>
                one is { Threshold: VoteThreshold.SimpleMajority, Approved: false } && one.Tally.Ayes == one.Tally.Nays
        );

    [Fact]
    public void Every_outcome_and_every_change_of_a_vote_is_played()
    {
        Assert.Equal(Enum.GetValues<ReferendumState>().ToHashSet(), Referenda.Select(one => one.State).ToHashSet());
        Assert.Equal(
            Enum.GetValues<VoteChangeKind>().ToHashSet(),
            Referenda.SelectMany(one => one.History).Select(change => change.Kind).ToHashSet()
        );
        Assert.Contains(Referenda, one => one.State == ReferendumState.Cancelled && one.EndedAt == one.End - 1);
        Assert.Contains(Referenda, one => one.FastTracked);
        Assert.Contains(Referenda, one => one is { State: ReferendumState.Failed, Error: "PreimageMissing" });
        Assert.Contains(Referenda, one => one is { State: ReferendumState.Failed, Error: "CallUnavailable" });
        Assert.Contains(Referenda, one => one.Votes.Any(vote => vote.Wrapped.Count > 1));
        Assert.Contains(Referenda, one => one.Votes.Any(vote => vote.Delegated.Count > 1));
        Assert.Contains(Books.Value, one => one.Vetoes.Count > 0);
    }

    [Fact]
    public void Delegates_delegate_themselves() =>
        Assert.Contains(
            Books.Value,
            books =>
                books.Delegations.Any(first =>
                    books.Delegations.Any(second =>
                        second.Delegator == first.Target
                        && second.From < (first.To ?? long.MaxValue)
                        && first.From < (second.To ?? long.MaxValue)
                    )
                )
        );

    [Fact]
    public void Proposals_motions_and_funds_end_in_every_way()
    {
        Ends(books => books.PublicProposals.Select(one => one.State), "Proposed", "Tabled", "Canceled", "Blacklisted");
        Ends(
            books => books.ExternalProposals.Select(one => one.State),
            "Waiting",
            "Tabled",
            "FastTracked",
            "Vetoed",
            "Replaced"
        );
        Ends(books => books.Motions.Select(one => one.State), "Proposed", "Executed", "Failed", "Disapproved");
        Ends(books => books.TreasuryProposals.Select(one => one.State), "Proposed", "Approved", "Awarded", "Rejected");
        Ends(
            books => books.Bounties.Select(one => one.State),
            "Proposed",
            "CuratorProposed",
            "Active",
            "PendingPayout",
            "Claimed",
            "Rejected",
            "Canceled"
        );
        Ends(books => books.ChildBounties.Select(one => one.State), "Active", "PendingPayout", "Claimed", "Canceled");
        Ends(books => books.Tips.Select(one => one.State), "Open", "Closing", "Closed", "Retracted", "Slashed");
        Assert.Contains(Books.Value, books => books.Terms.Count > 1);
        Assert.Contains(Books.Value, books => books.Motions.Any(one => one.Yes > one.Ayes.Count));
        Assert.Contains(Books.Value, books => books.Motions.Any(one => one.No > one.Nays.Count));
    }

    [Fact]
    public void Every_call_of_the_elections_is_played()
    {
        var calls = Books.Value.SelectMany(books => books.Calls).Where(call => call.Error is null);
        Assert.Superset(
            new HashSet<string>
            {
                "vote",
                "remove_voter",
                "submit_candidacy",
                "renounce_candidacy",
                "remove_member",
                "clean_defunct_voters",
            },
            calls
                .Select(call => call.Call.Split('.'))
                .Where(call => call[0] == "PhragmenElection")
                .Select(call => call[1])
                .ToHashSet()
        );
    }

    [Fact]
    public void Curators_go_in_every_state()
    {
        foreach (var pallet in new[] { "Bounties", "ChildBounties" })
        {
            var before = Books
                .Value.SelectMany(books => pallet == "Bounties" ? books.Bounties : books.ChildBounties)
                .SelectMany(one => one.Steps.Zip(one.Steps.Skip(1)))
                .Where(pair => pair.Second.What == $"{pallet}.unassign_curator")
                .Select(pair => pair.First.What.Split('.')[1].ToLowerInvariant())
                .ToHashSet();
            Assert.Superset(new HashSet<string> { "propose_curator", "accept_curator" }, before);
            Assert.Contains(before, what => what.EndsWith("awarded", StringComparison.Ordinal));
        }
    }

    private static void Ends(Func<GovernanceBooks, IEnumerable<string>> states, params string[] expected) =>
        Assert.Superset(expected.ToHashSet(), Books.Value.SelectMany(states).ToHashSet());

    /// <summary>Whether some more or fewer ayes of the whale's single conviction turn the result.</summary>
    private static bool Turns(ReferendumBook referendum, int ayes)
    {
        var tally = referendum.Tally;
        var other =
            ayes < 0
                ? new TallyBook(tally.Ayes - 1, tally.Nays, tally.Turnout - 1)
                : new TallyBook(tally.Ayes + 1, tally.Nays, tally.Turnout + 1);
        return Governance.Thresholds.IsApproved(referendum.Threshold, other, referendum.Electorate)
            != referendum.Approved;
    }
}
