using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Indexer.Domain.Tests;

/// <summary>The rules of governors, against their definition in numbers: <c>state(uint256)</c> of a contract as a list of cases.</summary>
public sealed class GovernorRulesTests
{
    private static readonly DateTimeOffset Origin = new(2025, 11, 24, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Case> Cases =
        from snapshot in Gen.Choose(0, 20)
        from period in Gen.Choose(1, 10)
        from clock in Gen.Choose(0, 40)
        from ayes in Gen.Choose(0, 6)
        from nays in Gen.Choose(0, 6)
        from abstains in Gen.Choose(0, 6)
        from quorum in Gen.Choose(0, 8)
        from super in Gen.Choose(-4, 12)
        from ayesOnly in Gen.Elements(true, false)
        from byTime in Gen.Elements(true, false)
        select new Case(
            snapshot,
            snapshot + period,
            clock,
            ayes,
            nays,
            abstains,
            quorum,
            super < 0 ? null : super,
            ayesOnly,
            byTime
        );

    [Fact]
    public void A_proposal_stands_where_the_contract_says() =>
        Prop.ForAll(Cases.ToArbitrary(), world => StatusAt(world, world.Clock) == Expected(world))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_changes_before_the_moment_that_is_told_and_something_may_then() =>
        Prop.ForAll(
                Cases.ToArbitrary(),
                world =>
                {
                    var proposal = ProposalOf(world) with { SuperQuorum = null };
                    foreach (var status in new[] { ProposalStatus.Pending, ProposalStatus.Active })
                    {
                        proposal = proposal with { Status = status };
                        var (height, time) = GovernorRules.NextChange(proposal);
                        var change = height ?? (long)(time!.Value - Origin).TotalSeconds;
                        var expected = status == ProposalStatus.Pending ? world.Snapshot + 1 : world.Deadline + 1;
                        var before = status == ProposalStatus.Pending ? world.Snapshot : world.Deadline;
                        if (
                            change != expected
                            || StatusAt(proposal, world.ByTime, before) != status
                            || StatusAt(proposal, world.ByTime, change) == status
                        )
                        {
                            return false;
                        }
                    }

                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_unit_for_it_never_makes_a_proposal_fail() =>
        Prop.ForAll(
                Cases.ToArbitrary(),
                world =>
                    Rank(StatusAt(world with { Ayes = world.Ayes + 1 }, world.Clock))
                    >= Rank(StatusAt(world, world.Clock))
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(99, 0, 0, ProposalStatus.Rejected)]
    [InlineData(100, 0, 0, ProposalStatus.Passed)]
    [InlineData(99, 0, 1, ProposalStatus.Passed)]
    [InlineData(100, 100, 0, ProposalStatus.Rejected)]
    [InlineData(0, 0, 100, ProposalStatus.Rejected)]
    public void The_quorum_must_be_reached_and_more_be_for_than_against(
        int ayes,
        int nays,
        int abstains,
        ProposalStatus end
    ) =>
        Assert.Equal(
            end,
            StatusAt(new Case(1, 2, 3, ayes, nays, abstains, 100, null, AyesOnly: false, ByTime: false), 3)
        );

    [Fact]
    public void With_the_quorum_of_Bravo_abstentions_do_not_count() =>
        Assert.Equal(
            ProposalStatus.Rejected,
            StatusAt(new Case(1, 2, 3, 99, 0, 1, 100, null, AyesOnly: true, ByTime: false), 3)
        );

    [Theory]
    [InlineData(ProposalStatus.Cancelled)]
    [InlineData(ProposalStatus.Executed)]
    [InlineData(ProposalStatus.Passed)]
    [InlineData(ProposalStatus.Rejected)]
    [InlineData(ProposalStatus.Expired)]
    public void Time_changes_no_proposal_that_has_ended(ProposalStatus status)
    {
        var proposal = ProposalOf(new Case(1, 2, 3, 1, 0, 0, 1, 1, false, false)) with { Status = status };
        Assert.Equal(status, GovernorRules.StatusAt(proposal, 1_000, Origin.AddYears(1)));
        Assert.Equal((null, null), GovernorRules.NextChange(proposal));
    }

    [Fact]
    public void A_queued_proposal_expires_with_its_time_if_it_has_one()
    {
        var proposal = ProposalOf(new Case(1, 2, 3, 1, 0, 0, 1, null, false, false)) with
        {
            Status = ProposalStatus.Queued,
            ExpiryTime = Origin.AddSeconds(50),
        };
        Assert.Equal((null, Origin.AddSeconds(50)), GovernorRules.NextChange(proposal));
        Assert.Equal(ProposalStatus.Queued, GovernorRules.StatusAt(proposal, 99, Origin.AddSeconds(49)));
        Assert.Equal(ProposalStatus.Expired, GovernorRules.StatusAt(proposal, 99, Origin.AddSeconds(50)));
        var lasting = proposal with { ExpiryTime = null };
        Assert.Equal(ProposalStatus.Queued, GovernorRules.StatusAt(lasting, 99, Origin.AddYears(9)));
    }

    private static ProposalStatus Expected(Case world)
    {
        BigInteger counted = world.AyesOnly ? world.Ayes : world.Ayes + world.Abstains;
        return world.Snapshot >= world.Clock ? ProposalStatus.Pending
            : world.Deadline >= world.Clock
                ? world.Super is { } super && world.Ayes >= super && world.Ayes > world.Nays ? ProposalStatus.Passed
                    : ProposalStatus.Active
            : counted < world.Quorum || world.Ayes <= world.Nays ? ProposalStatus.Rejected
            : ProposalStatus.Passed;
    }

    private static int Rank(ProposalStatus status) =>
        status switch
        {
            ProposalStatus.Rejected => 0,
            ProposalStatus.Passed => 2,
            _ => 1,
        };

    private static ProposalStatus StatusAt(Case world, int clock) => StatusAt(ProposalOf(world), world.ByTime, clock);

    private static ProposalStatus StatusAt(ProposalState proposal, bool byTime, long clock) =>
        GovernorRules.StatusAt(proposal, byTime ? 7 : clock, byTime ? Origin.AddSeconds(clock) : Origin);

    private static ProposalState ProposalOf(Case world) =>
        new()
        {
            ProposalId = "governor/0x00/1",
            Status = ProposalStatus.Pending,
            Ayes = new Pha(world.Ayes),
            Nays = new Pha(world.Nays),
            Abstains = new Pha(world.Abstains),
            Quorum = new Pha(world.Quorum),
            SuperQuorum = world.Super is { } super ? new Pha(super) : null,
            Threshold = world.AyesOnly ? VoteThreshold.QuorumOfAyes : VoteThreshold.Quorum,
            StartHeight = world.ByTime ? null : world.Snapshot + 1,
            EndHeight = world.ByTime ? null : world.Deadline,
            StartTime = world.ByTime ? Origin.AddSeconds(world.Snapshot + 1) : null,
            EndTime = world.ByTime ? Origin.AddSeconds(world.Deadline) : null,
        };

    private sealed record Case(
        int Snapshot,
        int Deadline,
        int Clock,
        int Ayes,
        int Nays,
        int Abstains,
        int Quorum,
        int? Super,
        bool AyesOnly,
        bool ByTime
    );
}
