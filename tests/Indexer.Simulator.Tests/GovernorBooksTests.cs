using System.Numerics;

namespace Indexer.Simulator.Tests;

public sealed class GovernorBooksTests
{
    private const int Stride = 5;

    public static TheoryData<ulong> Seeds => new(1UL, 2UL, 3UL, 4UL);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Votes_are_the_tokens_of_those_who_delegate(ulong seed)
    {
        var chain = Worlds.Small(seed).Ethereum;
        for (var height = 0L; height <= chain.LastBlock; height += Stride)
        {
            var accounts = chain.BooksAt(height).VotingAccounts;
            foreach (var account in accounts)
            {
                var delegated = accounts.Where(one => one.Token == account.Token && one.Delegate == account.Account);
                Assert.Equal(delegated.Select(one => one.Tokens).Sum(), account.Votes);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_proposal_stands_where_clock_ballots_and_quorum_put_it(ulong seed)
    {
        var chain = Worlds.Small(seed).Ethereum;
        for (var height = 0L; height <= chain.LastBlock; height += Stride)
        {
            var books = chain.BooksAt(height);
            foreach (var proposal in books.Proposals)
            {
                var now = proposal.CountsSeconds ? (long)books.Time : height;
                Assert.Equal(proposal.Ballots.Select(ballot => ballot.For).Sum(), proposal.For);
                Assert.Equal(proposal.Ballots.Select(ballot => ballot.Against).Sum(), proposal.Against);
                Assert.Equal(proposal.Ballots.Select(ballot => ballot.Abstain).Sum(), proposal.Abstain);
                var isWon =
                    proposal.For > proposal.Against && proposal.For + proposal.Abstain >= (proposal.Quorum ?? 0);
                GovernorProposalState[] possible =
                    now <= proposal.Snapshot ? [GovernorProposalState.Pending, GovernorProposalState.Canceled]
                    : now <= proposal.Deadline ? [GovernorProposalState.Active, GovernorProposalState.Canceled]
                    : !isWon ? [GovernorProposalState.Defeated, GovernorProposalState.Canceled]
                    : proposal.Eta is null ? [GovernorProposalState.Succeeded, GovernorProposalState.Canceled]
                    : books.Time >= proposal.Expiry ? [GovernorProposalState.Expired, GovernorProposalState.Executed]
                    : [GovernorProposalState.Queued, GovernorProposalState.Executed, GovernorProposalState.Canceled];
                Assert.Contains(proposal.State, possible);
            }
        }
    }

    [Fact]
    public void The_story_has_chains_of_delegations_late_quorums_ties_and_split_votes()
    {
        var books = new[] { 1UL, 2UL, 3UL, 4UL }.Select(seed => Worlds.Small(seed).Ethereum.Books).ToList();
        Assert.Contains(books, book => book.VotingAccounts.Any(one => IsChain(book, one)));
        var proposals = books.SelectMany(book => book.Proposals).ToList();
        Assert.Contains(proposals, proposal => proposal.Steps.Any(step => step.What == "Extended"));
        Assert.Contains(proposals, proposal => proposal.Ballots.Any(ballot => ballot.Support == 255));
        Assert.Contains(proposals, proposal => proposal.For == proposal.Against && !proposal.CountsSeconds);
        Assert.Contains(
            proposals,
            proposal => proposal.Ballots.GroupBy(ballot => ballot.Voter).Any(group => group.Count() > 1)
        );
        Assert.Distinct(proposals.Select(proposal => (BigInteger)proposal.Id));
    }

    /// <summary>Somebody lets an account vote that lets another one vote itself.</summary>
    private static bool IsChain(EthereumBooks books, VotingAccountBook account) =>
        account.Delegate != EvmAddress.Zero
        && account.Delegate != account.Account
        && books.VotingAccounts.Any(next =>
            next.Token == account.Token
            && next.Account == account.Delegate
            && next.Delegate != next.Account
            && next.Delegate != EvmAddress.Zero
        );
}
