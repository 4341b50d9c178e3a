using Indexer.EndToEnd.Tests.Kit;
using Indexer.TestKit.Governance;

namespace Indexer.EndToEnd.Tests;

/// <summary>Motions, their votes and the members of the collectives in the database, against the simulated chains' own books at many heights.</summary>
public sealed class CollectiveTests
{
    public static TheoryData<ulong, string> Chains => CivicWorlds.Chains;

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_motion_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, CollectiveSubjects.Motions);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_vote_on_a_motion_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, CollectiveSubjects.MotionVotes);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task The_history_of_votes_on_motions_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, CollectiveSubjects.MotionVoteHistory);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task The_chains_count_at_the_close_of_every_motion_is_compared(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, CollectiveSubjects.MotionCloses);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task The_members_are_those_that_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, CollectiveSubjects.Seats);
}
