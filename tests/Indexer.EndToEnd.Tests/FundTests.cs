using Indexer.EndToEnd.Tests.Kit;
using Indexer.TestKit.Governance;

namespace Indexer.EndToEnd.Tests;

/// <summary>The treasury's requests, bounties and tips in the database, against the simulated chains' own books at many heights.</summary>
public sealed class FundTests
{
    public static TheoryData<ulong, string> Chains => CivicWorlds.Chains;

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_request_to_the_treasury_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, FundSubjects.TreasuryProposals);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_bounty_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, FundSubjects.Bounties);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_tip_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, FundSubjects.Tips);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_tip_of_a_member_that_the_chain_counts_is_known(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, FundSubjects.Tippers);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task The_course_of_every_request_bounty_and_tip_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, FundSubjects.Courses);
}
