using Indexer.EndToEnd.Tests.Kit;
using Indexer.TestKit.Governance;

namespace Indexer.EndToEnd.Tests;

/// <summary>Referenda, votes, delegations and what becomes a referendum in the database, against the simulated chains' own books at many heights.</summary>
public sealed class DemocracyTests
{
    public static TheoryData<ulong, string> Chains => CivicWorlds.Chains;

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_referendum_and_its_tally_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, ReferendumSubjects.Referenda);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task The_chains_tally_of_every_decided_referendum_is_compared_and_differs_by_rounding_only(
        ulong seed,
        string chain
    ) => CivicWorlds.CompareAsync(seed, chain, ReferendumSubjects.StatedTallies);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_vote_in_force_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, BallotSubjects.Votes);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task The_history_of_votes_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, BallotSubjects.History);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_delegation_holds_as_long_as_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, BallotSubjects.Delegations);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_public_proposal_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, ProposalSubjects.PublicProposals);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_external_proposal_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, ProposalSubjects.ExternalProposals);

    [Theory]
    [MemberData(nameof(Chains))]
    public Task The_course_of_every_proposal_is_what_the_chain_says(ulong seed, string chain) =>
        CivicWorlds.CompareAsync(seed, chain, ProposalSubjects.Courses);
}
