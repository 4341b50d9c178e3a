using System.Globalization;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;
using Indexer.TestKit;

namespace Indexer.EndToEnd.Tests;

/// <summary>
/// Governors, their voting tokens and timelocks against the books that the simulated contracts keep, at every few heights; also
/// on chains that were rewritten nearly from the beginning.
/// </summary>
public sealed class GovernorTests
{
    private const int Stride = 7;

    private const string At = "network = 'ethereum' and from_height <= $1 and (to_height is null or to_height > $1)";

    /// <summary>Seeds, and whether the chain of the seed was rewritten.</summary>
    public static TheoryData<ulong, bool> Worlds =>
        new([.. IndexedWorlds.Seeds.Select(seed => (seed, false)), (5UL, true), (6UL, true)]);

    [Theory]
    [MemberData(nameof(Worlds))]
    public Task Every_proposal_stands_at_every_height_where_the_contract_says(ulong seed, bool isForked) =>
        CompareAsync(
            seed,
            isForked,
            $"""
            select concat_ws('|', proposal_id, status, ayes, nays, abstains, voters,
                case when start_height is null then extract(epoch from start_time)::bigint else start_height end,
                case when start_height is null then extract(epoch from end_time)::bigint else end_height end,
                case when status in ('PENDING', 'CANCELLED') then '-' else quorum || ' of ' || electorate end,
                coalesce(extract(epoch from enactment_time)::bigint::text, '-'),
                coalesce(extract(epoch from expiry_time)::bigint::text, '-'),
                case when status = 'QUEUED' then coalesce(hash, '-') else '-' end,
                '0x' || encode(voting_token, 'hex'), threshold)
            from proposal_state where {At} and proposal_id like 'governor/%'
            """,
            books =>
                books.Proposals.Select(proposal =>
                    BookText
                        .Line(
                            IdOf(proposal),
                            StatusOf(proposal.State),
                            proposal.For,
                            proposal.Against,
                            proposal.Abstain,
                            proposal.Ballots.Select(ballot => ballot.Voter).Distinct().Count(),
                            proposal.Snapshot + 1,
                            proposal.Deadline,
                            proposal.State is GovernorProposalState.Pending or GovernorProposalState.Canceled
                                ? "-"
                                : $"{proposal.Quorum} of {proposal.Supply}",
                            proposal.Eta?.ToString(CultureInfo.InvariantCulture) ?? "-",
                            proposal.Expiry?.ToString(CultureInfo.InvariantCulture) ?? "-",
                            proposal.State == GovernorProposalState.Queued ? proposal.Operation ?? "-" : "-",
                            proposal.CountsSeconds ? SimulatedEthereum.TimeVotes : SimulatedEthereum.BlockVotes,
                            proposal.Quorum is null || WasNeverVotedOn(proposal) ? "" : "QUORUM"
                        )
                        .TrimEnd('|')
                )
        );

    [Theory]
    [MemberData(nameof(Worlds))]
    public Task Every_vote_in_force_is_what_was_cast(ulong seed, bool isForked) =>
        CompareAsync(
            seed,
            isForked,
            $"""
            select concat_ws('|', proposal_id, '0x' || encode(voter, 'hex'), kind, choice, ayes, nays, abstains, balance,
                delegated_weight, cast_height, cast_index, coalesce(reason, '-'))
            from vote where {At} and proposal_id like 'governor/%'
            """,
            books =>
                books.Proposals.SelectMany(proposal =>
                    proposal.Ballots.GroupBy(ballot => ballot.Voter).Select(cast => VoteLine(proposal, [.. cast]))
                )
        );

    [Theory]
    [MemberData(nameof(Worlds))]
    public Task The_history_of_votes_has_every_ballot(ulong seed, bool isForked) =>
        CompareAtHeadAsync(
            seed,
            isForked,
            """
            select concat_ws('|', height, index, proposal_id, '0x' || encode(voter, 'hex'), action)
            from vote_event where network = 'ethereum'
            """,
            books =>
                books.Proposals.SelectMany(proposal =>
                    proposal.Ballots.Select(
                        (ballot, number) =>
                            BookText.Line(
                                ballot.Height,
                                ballot.LogIndex,
                                IdOf(proposal),
                                ballot.Voter,
                                proposal.Ballots.Take(number).Any(earlier => earlier.Voter == ballot.Voter)
                                    ? "REPLACED"
                                    : "CAST"
                            )
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Worlds))]
    public Task Every_delegation_is_what_the_token_says(ulong seed, bool isForked) =>
        CompareAsync(
            seed,
            isForked,
            $"""
            select concat_ws('|', scope, '0x' || encode(delegator, 'hex'), '0x' || encode(delegate, 'hex'), balance)
            from vote_delegation where {At}
            """,
            books =>
                books
                    .VotingAccounts.Where(account => account.Delegate != EvmAddress.Zero)
                    .Select(account => BookText.Line(account.Token, account.Account, account.Delegate, account.Tokens))
        );

    [Theory]
    [MemberData(nameof(Worlds))]
    public Task All_tokens_and_votes_are_what_the_token_says(ulong seed, bool isForked) =>
        CompareAsync(
            seed,
            isForked,
            $"""
            select concat_ws('|', '0x' || encode(token, 'hex'), '0x' || encode(account, 'hex'), tokens, votes)
            from voting_power where {At} and (tokens <> 0 or votes <> 0)
            """,
            books =>
                books
                    .VotingAccounts.Where(account => account.Tokens > 0 || account.Votes > 0)
                    .Select(account => BookText.Line(account.Token, account.Account, account.Tokens, account.Votes))
        );

    [Theory]
    [MemberData(nameof(Worlds))]
    public Task The_course_of_every_proposal_is_what_the_contract_went_through(ulong seed, bool isForked) =>
        CompareAtHeadAsync(
            seed,
            isForked,
            """
            select concat_ws('|', e.proposal_id, e.height, e.kind, (e.index = -1)::text, '0x' || encode(p.proposer, 'hex'))
            from proposal_event e join proposal p on p.network = e.network and p.id = e.proposal_id
            where e.network = 'ethereum'
            """,
            books =>
                books.Proposals.SelectMany(proposal =>
                    proposal.Steps.Select(step =>
                        BookText.Line(
                            IdOf(proposal),
                            step.Height,
                            KindOf(step.What),
                            step.ByClock ? "true" : "false",
                            proposal.Proposer
                        )
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Worlds))]
    public Task Every_text_is_what_was_proposed(ulong seed, bool isForked) =>
        CompareAtHeadAsync(
            seed,
            isForked,
            """
            select concat_ws('|', t.proposal_id, p.height, p.native_id, p.system, p.space, t.title, t.body)
            from proposal_text t join proposal p on p.network = t.network and p.id = t.proposal_id
            where t.network = 'ethereum'
            """,
            books =>
                books.Proposals.Select(proposal =>
                    BookText.Line(
                        IdOf(proposal),
                        proposal.Height,
                        proposal.Id,
                        "GOVERNOR",
                        proposal.Governor,
                        proposal.Description.Split('\n')[0].Replace("# ", "", StringComparison.Ordinal),
                        proposal.Description
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task What_the_contracts_state_of_votes_and_state_never_differs(ulong seed, bool isForked)
    {
        var index = await OfAsync(seed, isForked);
        Assert.Equal(
            ["ABSTAINS|0|0", "AYES|0|0", "NAYS|0|0", "STATUS|0|0"],
            await index.LinesAsync(
                """
                select concat_ws('|', "check", sum(abs(difference)), count(reason)) from reconciliation
                where network = 'ethereum' group by "check" order by 1
                """
            )
        );
    }

    [Fact]
    public async Task The_worlds_have_proposals_in_every_state_and_the_edges_of_the_quorum()
    {
        var seen = new HashSet<(bool, GovernorProposalState)>();
        foreach (var seed in IndexedWorlds.Seeds)
        {
            var chain = (await IndexedWorlds.OfAsync(seed)).World.Ethereum;
            for (var height = 0L; height <= chain.LastBlock; height += Stride)
            {
                seen.UnionWith(chain.BooksAt(height).Proposals.Select(one => (one.CountsSeconds, one.State)));
            }

            var edges = chain.Books.Proposals.Where(one => !one.CountsSeconds).Take(3).ToList();
            Assert.Equal(edges[0].Quorum - 1, edges[0].For + edges[0].Abstain);
            Assert.Equal(edges[1].Quorum, edges[1].For + edges[1].Abstain);
            Assert.Equal(edges[2].Against, edges[2].For);
            Assert.Equal(
                ["Defeated", "Succeeded", "Defeated"],
                edges.Select(one => one.Steps.First(step => step is { ByClock: true, What: not "Started" }).What)
            );
        }

        Assert.Equal(
            from countsSeconds in new[] { false, true }
            from state in Enum.GetValues<GovernorProposalState>()
            where countsSeconds || state != GovernorProposalState.Expired
            select (countsSeconds, state),
            seen.Order()
        );
    }

    private static string VoteLine(GovernorProposalBook proposal, IReadOnlyList<GovernorBallot> cast)
    {
        var ayes = cast.Select(ballot => ballot.For).Sum();
        var nays = cast.Select(ballot => ballot.Against).Sum();
        var abstains = cast.Select(ballot => ballot.Abstain).Sum();
        var weight = ayes + nays + abstains;
        var own = System.Numerics.BigInteger.Min(cast[^1].Own, weight);
        var choice = (ayes.IsZero, nays.IsZero, abstains.IsZero) switch
        {
            (true, true, true) => cast[^1].Support switch
            {
                0 => "NAY",
                1 => "AYE",
                _ => "ABSTAIN",
            },
            (false, true, true) => "AYE",
            (true, false, true) => "NAY",
            (true, true, false) => "ABSTAIN",
            _ => "SPLIT",
        };
        return BookText.Line(
            IdOf(proposal),
            cast[0].Voter,
            "DIRECT",
            choice,
            ayes,
            nays,
            abstains,
            own,
            weight - own,
            cast[^1].Height,
            cast[^1].LogIndex,
            cast.LastOrDefault(ballot => ballot.Reason.Length > 0)?.Reason ?? "-"
        );
    }

    private static bool WasNeverVotedOn(GovernorProposalBook proposal) =>
        proposal.Steps.All(step => step.What != "Started");

    private static string IdOf(GovernorProposalBook proposal) => $"governor/{proposal.Governor}/{proposal.Id}";

    private static string StatusOf(GovernorProposalState state) =>
        state switch
        {
            GovernorProposalState.Canceled => "CANCELLED",
            GovernorProposalState.Defeated => "REJECTED",
            GovernorProposalState.Succeeded => "PASSED",
            _ => state.ToString().ToUpperInvariant(),
        };

    private static string KindOf(string step) =>
        Enum.TryParse<GovernorProposalState>(step, out var state) ? StatusOf(state) : step.ToUpperInvariant();

    private static Task<SimulatedIndex> OfAsync(ulong seed, bool isForked) =>
        isForked ? IndexedWorlds.ForkedAsync(seed) : IndexedWorlds.OfAsync(seed);

    private static async Task CompareAsync(
        ulong seed,
        bool isForked,
        string sql,
        Func<EthereumBooks, IEnumerable<string>> expected
    )
    {
        var index = await OfAsync(seed, isForked);
        for (var height = index.World.Ethereum.LastBlock; height >= 0; height -= Stride)
        {
            var lines = await index.LinesAsync(sql, height);
            Assert.Equal(
                expected(index.World.Ethereum.BooksAt(height)).Order(StringComparer.Ordinal),
                lines.Order(StringComparer.Ordinal)
            );
        }
    }

    private static async Task CompareAtHeadAsync(
        ulong seed,
        bool isForked,
        string sql,
        Func<EthereumBooks, IEnumerable<string>> expected
    )
    {
        var index = await OfAsync(seed, isForked);
        Assert.Equal(
            expected(index.World.Ethereum.Books).Order(StringComparer.Ordinal),
            (await index.LinesAsync(sql)).Order(StringComparer.Ordinal)
        );
    }
}
