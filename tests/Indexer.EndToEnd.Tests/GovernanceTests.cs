using System.Numerics;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests;

/// <summary>Referenda, proposals, motions, votes and delegations against the simulated chains' own books, at many heights.</summary>
public sealed class GovernanceTests
{
    private const int Stride = 7;

    private const string At = "network = $1 and from_height <= $2 and (to_height is null or to_height > $2)";

    public static TheoryData<ulong, string> Chains =>
        new(from seed in CivicWorlds.Seeds from chain in new[] { "khala", "phala" } select (seed, chain));

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_referendum_and_its_tally_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', proposal_id, status, threshold, start_height, end_height + 1, hash, ayes, nays, turnout,
                coalesce(case when status in ('PASSED', 'QUEUED', 'REJECTED', 'EXECUTED', 'FAILED')
                    then electorate end::text, '-'),
                coalesce(case when status in ('QUEUED', 'EXECUTED', 'FAILED') then enactment_height end::text, '-'))
            from proposal_state where {At} and proposal_id like 'referendum/%'
            """,
            books =>
                books.Referenda.Select(referendum =>
                {
                    var lost = LostByRounding(referendum);
                    return BookText.Line(
                        $"referendum/{referendum.Index}",
                        StatusOf(referendum),
                        Snake(referendum.Threshold.ToString()),
                        referendum.Start,
                        referendum.End,
                        referendum.ProposalHash,
                        referendum.Tally.Ayes.Pha() - lost.Ayes,
                        referendum.Tally.Nays.Pha() - lost.Nays,
                        referendum.Tally.Turnout.Pha(),
                        referendum.Approved is null ? "-" : referendum.Electorate.Pha(),
                        referendum.Approved == true ? referendum.EnactAt : "-"
                    );
                })
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_vote_in_force_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', proposal_id, '0x' || encode(voter, 'hex'), kind, choice, balance,
                case when kind = 'WRAPPED' then 0 else conviction end, ayes, nays, delegated_weight, delegated_balance,
                cast_height, counts::text, case when kind = 'WRAPPED' then 'false' else is_unlocked::text end)
            from vote where {At} and proposal_id like 'referendum/%'
            """,
            books => books.Referenda.SelectMany(VoteLines)
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task The_history_of_votes_is_what_the_chain_says(ulong seed, string chain)
    {
        var index = await CivicWorlds.OfAsync(seed);
        var books = Chain(index, chain).Books.Governance;
        var lines = await index.LinesAsync(
            """
            select concat_ws('|', proposal_id, height, coalesce(extrinsic::text, '-'), '0x' || encode(voter, 'hex'), action)
            from vote_event
            where network = $1 and proposal_id like 'referendum/%' and kind <> 'WRAPPED' and action <> 'DELEGATION_CHANGED'
            order by proposal_id collate "C", height, index, ordinal
            """,
            chain
        );
        Assert.Equal(
            books
                .Referenda.OrderBy(referendum => $"referendum/{referendum.Index}", StringComparer.Ordinal)
                .SelectMany(referendum =>
                    referendum.History.Select(change =>
                        BookText.Line(
                            $"referendum/{referendum.Index}",
                            change.Height,
                            change.Extrinsic?.ToString() ?? "-",
                            change.Voter,
                            change.Kind == VoteChangeKind.RemovedAfterEnd ? "UNLOCKED" : Snake(change.Kind.ToString())
                        )
                    )
                ),
            lines
        );
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_delegation_holds_as_long_as_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', '0x' || encode(delegator, 'hex'), '0x' || encode(delegate, 'hex'), balance, conviction)
            from vote_delegation where {At}
            """,
            (books, height) =>
                books
                    .Delegations.Where(delegation =>
                        delegation.From <= height && (delegation.To is null || delegation.To > height)
                    )
                    .Select(delegation =>
                        BookText.Line(
                            delegation.Delegator,
                            delegation.Target,
                            delegation.Balance.Pha(),
                            (int)delegation.Conviction
                        )
                    )
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_public_proposal_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', s.proposal_id, s.status, s.hash, s.deposit, '0x' || encode(p.proposer, 'hex'),
                coalesce((select l.target_id from proposal_link l where l.network = s.network and l.height <= $2
                    and l.proposal_id = s.proposal_id and l.kind = 'BECAME_REFERENDUM'), '-'),
                (select string_agg('0x' || encode(e.account, 'hex'), ',' order by e.height, e.index) from proposal_event e
                    where e.network = s.network and e.proposal_id = s.proposal_id and e.height <= $2
                    and e.kind in ('PROPOSED', 'BACKED')))
            from (select * from proposal_state where {At}) s join proposal p on p.network = s.network and p.id = s.proposal_id
            where p.system = 'PUBLIC_PROPOSAL'
            """,
            books =>
                books.PublicProposals.Select(proposal =>
                    BookText.Line(
                        $"public-proposal/{proposal.Index}",
                        proposal.State switch
                        {
                            "Proposed" => "ACTIVE",
                            "Tabled" => "TABLED",
                            _ => "CANCELLED",
                        },
                        proposal.ProposalHash,
                        proposal.State == "Proposed" ? proposal.Deposit.Pha() * proposal.Depositors.Count : 0,
                        proposal.Proposer,
                        proposal.Referendum is { } referendum ? $"referendum/{referendum}" : "-",
                        string.Join(',', proposal.Depositors)
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_external_proposal_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', p.height, s.status, s.threshold, s.hash,
                coalesce((select l.target_id from proposal_link l where l.network = s.network and l.height <= $2
                    and l.proposal_id = s.proposal_id and l.kind = 'BECAME_REFERENDUM'), '-'))
            from (select * from proposal_state where {At}) s join proposal p on p.network = s.network and p.id = s.proposal_id
            where p.system = 'EXTERNAL_PROPOSAL'
            """,
            books =>
                books.ExternalProposals.Select(proposal =>
                    BookText.Line(
                        proposal.Steps[0].Height,
                        proposal.State switch
                        {
                            "Waiting" => "ACTIVE",
                            "Tabled" or "FastTracked" => "TABLED",
                            "Vetoed" => "VETOED",
                            _ => "CANCELLED",
                        },
                        Snake(proposal.Threshold.ToString()),
                        proposal.ProposalHash,
                        proposal.Referendum is { } referendum ? $"referendum/{referendum}" : "-"
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_motion_and_its_votes_are_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', s.proposal_id, s.status, s.hash, s.quorum, s.ayes, s.nays,
                '0x' || encode(p.proposer, 'hex'), coalesce(s.end_height::text, '-'),
                coalesce((select regexp_replace(e.error, '^.*\.', '') from proposal_event e where e.network = s.network and e.proposal_id = s.proposal_id
                    and e.height <= $2 and e.kind = 'EXECUTED'), '-'))
            from (select * from proposal_state where {At}) s join proposal p on p.network = s.network and p.id = s.proposal_id
            where p.system in ('COUNCIL_MOTION', 'TECHNICAL_COMMITTEE_MOTION')
            """,
            books =>
                books.Motions.Select(motion =>
                    BookText.Line(
                        MotionId(motion),
                        motion.State switch
                        {
                            "Proposed" => "ACTIVE",
                            "Executed" => "EXECUTED",
                            "Failed" => "FAILED",
                            _ => "REJECTED",
                        },
                        motion.ProposalHash,
                        Members((int)motion.Threshold),
                        Members(motion.Ayes.Count),
                        Members(motion.Nays.Count),
                        motion.Proposer,
                        // Of a motion that is closed in its own block the chain keeps no end.
                        motion.Steps.Any(step => step.Height > motion.Steps[0].Height)
                        || motion.State == "Proposed"
                            ? $"{motion.End}"
                            : "-",
                        motion.Error ?? "-"
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_request_to_the_treasury_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', proposal_id, status, value, '0x' || encode(beneficiary, 'hex'))
            from proposal_state where {At} and proposal_id like 'treasury/%'
            """,
            books =>
                books.TreasuryProposals.Select(proposal =>
                    BookText.Line(
                        $"treasury/{proposal.Index}",
                        proposal.State switch
                        {
                            "Proposed" => "PENDING",
                            "Approved" => "AWARDED",
                            "Awarded" => "PAID",
                            _ => "REJECTED",
                        },
                        proposal.Value.Pha(),
                        proposal.Beneficiary
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_bounty_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', s.proposal_id, s.status, s.value, t.title, '0x' || encode(p.proposer, 'hex'))
            from (select * from proposal_state where {At}) s
            join proposal p on p.network = s.network and p.id = s.proposal_id
            join (select * from proposal_text where {At}) t using (proposal_id)
            where p.system in ('BOUNTY', 'CHILD_BOUNTY')
            """,
            books =>
                books
                    .Bounties.Concat(books.ChildBounties)
                    .Select(bounty =>
                        BookText.Line(
                            bounty.Parent is { } parent
                                ? $"child-bounty/{parent}/{bounty.Index}"
                                : $"bounty/{bounty.Index}",
                            bounty.State switch
                            {
                                "Proposed" => "PENDING",
                                "Approved" => "PASSED",
                                "PendingPayout" => "AWARDED",
                                "Claimed" => "PAID",
                                "Rejected" => "REJECTED",
                                "Canceled" => "CANCELLED",
                                _ => "ACTIVE",
                            },
                            bounty.Value.Pha(),
                            bounty.Description,
                            bounty.Proposer
                        )
                    )
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_tip_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', s.hash, s.status, '0x' || encode(s.beneficiary, 'hex'), coalesce(s.value::text, '-'), t.title)
            from (select * from proposal_state where {At}) s
            join (select * from proposal_text where {At}) t using (proposal_id)
            where s.proposal_id like 'tip/%'
            """,
            books =>
                books.Tips.Select(tip =>
                    BookText.Line(
                        tip.Hash,
                        tip.State switch
                        {
                            "Open" => "ACTIVE",
                            "Closing" => "PASSED",
                            "Closed" => "PAID",
                            _ => "CANCELLED",
                        },
                        tip.Who,
                        tip.Payout?.Pha().ToString() ?? "-",
                        tip.Reason
                    )
                )
        );

    /// <summary>The chain forgets the tips of members who left; the index keeps them as steps in the course of the tip.</summary>
    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_tip_of_a_member_that_the_chain_counts_is_known(ulong seed, string chain)
    {
        var index = await CivicWorlds.OfAsync(seed);
        var lines = await index.LinesAsync(
            """
            select concat_ws('|', s.hash, '0x' || encode(e.account, 'hex'), e.amount)
            from proposal_event e join proposal_state s
                on s.network = e.network and s.proposal_id = e.proposal_id and s.to_height is null
            where e.network = $1 and e.kind = 'BACKED' and e.proposal_id like 'tip/%'
            """,
            chain
        );
        var expected =
            from tip in Chain(index, chain).Books.Governance.Tips
            from one in tip.Tips
            select BookText.Line(tip.Hash, one.Tipper, one.Value.Pha());
        Assert.Empty(expected.Except(lines));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task The_members_of_the_collectives_are_those_that_the_chain_says(ulong seed, string chain)
    {
        var index = await CivicWorlds.OfAsync(seed);
        var network = Chain(index, chain);
        var compared = 0;
        for (var height = network.LastBlock; height >= 0; height -= Stride)
        {
            var books = network.BooksAt(height).Governance;
            foreach (var (name, collective) in books.Collectives)
            {
                var body = name == "Council" ? "COUNCIL" : "TECHNICAL_COMMITTEE";
                var lines = await index.LinesAsync(
                    $"select '0x' || encode(account, 'hex') from collective_member where {At} and body = $3 and role = 'MEMBER'",
                    chain,
                    height,
                    body
                );

                // No event states the members that genesis made; the first motion or election reads them.
                var isKnown =
                    books.Motions.Any(motion => motion.Collective == name)
                    || (body == "COUNCIL" && books.Terms.Count > 0);
                var expected = isKnown ? collective.Members.Select(member => member.ToString()) : [];
                Assert.Equal(expected.Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
                compared += lines.Count;
            }
        }

        Assert.NotEqual(0, compared);
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task The_course_of_every_proposal_is_what_the_chain_says(ulong seed, string chain)
    {
        var index = await CivicWorlds.OfAsync(seed);
        var books = Chain(index, chain).Books.Governance;
        var lines = await index.LinesAsync(
            """
            select concat_ws('|', proposal_id, height, index, kind) from proposal_event
            where network = $1 and kind not in ('TEXT_CHANGED', 'DEPOSIT_SLASHED')
                and proposal_id ~ '^(referendum|public-proposal|council|technical-committee)/'
            """,
            chain
        );
        var expected = books
            .Referenda.SelectMany(one => Lines($"referendum/{one.Index}", one.Steps))
            .Concat(books.PublicProposals.SelectMany(one => Lines($"public-proposal/{one.Index}", one.Steps)))
            .Concat(books.Motions.SelectMany(one => Lines(MotionId(one), one.Steps)));
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            lines
                .Where(line =>
                    !line.StartsWith("referendum/", StringComparison.Ordinal) || !line.EndsWith("|BLACKLISTED")
                )
                .Order(StringComparer.Ordinal)
        );

        static IEnumerable<string> Lines(string id, IReadOnlyList<GovernanceStep> steps) =>
            steps.Select(step => BookText.Line(id, step.Height, step.EventIndex, KindOf(step.What)));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task The_chains_tally_of_every_decided_referendum_is_compared_and_differs_by_rounding_only(
        ulong seed,
        string chain
    )
    {
        var index = await CivicWorlds.OfAsync(seed);
        var books = Chain(index, chain).Books.Governance;
        var lines = await index.LinesAsync(
            """
            select concat_ws('|', proposal_id, "check", stated, difference, coalesce(reason, '-')) from reconciliation
            where network = $1 and proposal_id in
                (select proposal_id from proposal_state where network = $1 and status in ('QUEUED', 'REJECTED'))
                and proposal_id like 'referendum/%'
            """,
            chain
        );
        var expected =
            from referendum in books.Referenda
            where referendum.Approved is not null
            let lost = LostByRounding(referendum)
            from row in new (string Check, UInt128 Stated, BigInteger Lost)[]
            {
                ("AYES", referendum.Tally.Ayes, lost.Ayes),
                ("NAYS", referendum.Tally.Nays, lost.Nays),
                ("TURNOUT", referendum.Tally.Turnout, 0),
            }
            select BookText.Line(
                $"referendum/{referendum.Index}",
                row.Check,
                row.Stated.Pha(),
                row.Lost,
                row.Lost.IsZero ? "-" : "rounding of wrapped votes"
            );
        Assert.Equal(expected.Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> VoteLines(ReferendumBook referendum)
    {
        foreach (var vote in referendum.Votes)
        {
            var delegated = vote.Delegated.Select(share => share.Votes).Sum() * 1_000_000;
            var capital = vote.Delegated.Select(share => share.Capital).Sum() * 1_000_000;
            var standard = vote.Vote as StandardVote;
            var isAggregate = vote.Wrapped.Count > 0;
            yield return BookText.Line(
                $"referendum/{referendum.Index}",
                vote.Voter,
                isAggregate ? "AGGREGATE" : "DIRECT",
                standard is null ? "SPLIT"
                    : standard.Aye ? "AYE"
                    : "NAY",
                vote.Vote.Balance.Pha(),
                standard is null ? 0 : (int)standard.Conviction,
                vote.OwnAyes.Pha() + (standard?.Aye == true ? delegated : 0),
                vote.OwnNays.Pha() + (standard?.Aye == false ? delegated : 0),
                delegated,
                capital,
                vote.Height,
                isAggregate ? "false" : "true",
                vote.RemovedAt is null ? "false" : "true"
            );
            foreach (var share in vote.Wrapped)
            {
                yield return BookText.Line(
                    $"referendum/{referendum.Index}",
                    share.User,
                    "WRAPPED",
                    share.Nay == 0 ? "AYE"
                        : share.Aye == 0 ? "NAY"
                        : "SPLIT",
                    (share.Aye + share.Nay).Pha(),
                    0,
                    (share.Aye / 10).Pha(),
                    (share.Nay / 10).Pha(),
                    0,
                    0,
                    share.Height,
                    "true",
                    "false"
                );
            }
        }
    }

    /// <summary>The chain takes a tenth of all wrapped votes together, the index of each.</summary>
    private static (BigInteger Ayes, BigInteger Nays) LostByRounding(ReferendumBook referendum)
    {
        var wrapped = referendum.Votes.Where(vote => vote.Wrapped.Count > 0).ToList();
        return (
            wrapped.Select(vote => vote.OwnAyes).Sum() * 1_000_000
                - (wrapped.SelectMany(vote => vote.Wrapped).Select(share => share.Aye / 10).Sum() * 1_000_000),
            wrapped.Select(vote => vote.OwnNays).Sum() * 1_000_000
                - (wrapped.SelectMany(vote => vote.Wrapped).Select(share => share.Nay / 10).Sum() * 1_000_000)
        );
    }

    private static string StatusOf(ReferendumBook referendum) =>
        referendum.State switch
        {
            ReferendumState.Ongoing => "ACTIVE",
            ReferendumState.Passed => "QUEUED",
            ReferendumState.NotPassed => "REJECTED",
            ReferendumState.Cancelled => "CANCELLED",
            ReferendumState.Executed => "EXECUTED",
            _ => "FAILED",
        };

    private static string KindOf(string what) =>
        what[(what.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
        {
            "Seconded" => "BACKED",
            "NotPassed" or "Disapproved" => "REJECTED",
            "Approved" => "PASSED",
            "ProposalCanceled" => "CANCELLED",
            "Dispatched" or "CallUnavailable" or "PreimageMissing" or "PreimageInvalid" => "EXECUTED",
            var same => same.ToUpperInvariant(),
        };

    private static string MotionId(MotionBook motion) =>
        motion.Collective == "Council" ? $"council/{motion.Index}" : $"technical-committee/{motion.Index}";

    private static BigInteger Members(int count) => BigInteger.Pow(10, 18) * count;

    private static string Snake(string name) =>
        string.Concat(
            name.Select((letter, i) => (i > 0 && char.IsUpper(letter) ? "_" : "") + char.ToUpperInvariant(letter))
        );

    private static Task CompareAsync(
        ulong seed,
        string chain,
        string sql,
        Func<GovernanceBooks, IEnumerable<string>> expected
    ) => CompareAsync(seed, chain, sql, (books, _) => expected(books));

    private static async Task CompareAsync(
        ulong seed,
        string chain,
        string sql,
        Func<GovernanceBooks, long, IEnumerable<string>> expected
    )
    {
        var index = await CivicWorlds.OfAsync(seed);
        var network = Chain(index, chain);
        for (var height = network.LastBlock; height >= 0; height -= Stride)
        {
            var lines = await index.LinesAsync(sql, chain, height);
            Assert.Equal(
                expected(network.BooksAt(height).Governance, height).Order(StringComparer.Ordinal),
                lines.Order(StringComparer.Ordinal)
            );
        }
    }

    private static SimulatedParachain Chain(SimulatedIndex index, string name) =>
        name == "khala" ? index.World.Khala : index.World.Phala;
}
