using System.Numerics;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;
using Indexer.TestKit;

namespace Indexer.EndToEnd.Tests;

/// <summary>Pools, positions, workers and whitelists of the parachains against the simulated chain's own books, at many heights.</summary>
public sealed class ParachainStateTests
{
    private const int Stride = 10;

    private const string At = "network = $1 and from_height <= $2 and (to_height is null or to_height > $2)";

    public static TheoryData<ulong, string> Chains =>
        new(from seed in IndexedWorlds.Seeds from chain in new[] { "khala", "phala" } select (seed, chain));

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_pool_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', p.pid, p.kind, '0x' || encode(s.owner, 'hex'), '0x' || encode(p.account, 'hex'),
                p.collection_id, p.height, s.total_shares, s.total_value, s.free_value, coalesce(s.commission, 0),
                coalesce(s.capacity::text, '-'), s.owner_reward, s.worker_count, s.whitelist_enabled::text, s.owner_shares,
                coalesce(s.last_checkpoint_price, case p.kind when 'VAULT' then 1e18::numeric(39, 0) else 0 end),
                s.withdrawing_shares, s.idle_worker_shares)
            from (select * from pool_state where {At}) s join pool p on p.network = s.network and p.id = s.pool_id
            order by p.pid
            """,
            books => books.Pools.Values.Select(pool => PoolLine(books, pool))
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_position_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', pool_id, '0x' || encode(account, 'hex'), shares, withdrawing_shares)
            from position where {At} and (shares, withdrawing_shares) <> (0, 0)
            """,
            PositionLines
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_worker_and_its_session_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', pool_id, '0x' || encode(public_key, 'hex'), '0x' || encode(session, 'hex'), stake, state,
                coalesce(initial_v::text, '-'), coalesce(initial_p::text, '-'),
                coalesce(extract(epoch from cooling_down_since)::bigint::text, '-'),
                {Last("v")}, {Last("total_reward")}, {Last("instant_p")})
            from worker where {At} and not is_removed
            """,
            books =>
                from pool in books.Pools.Values
                from worker in pool.Workers
                select BookText.Line(
                    pool.Pid,
                    worker.PublicKey,
                    worker.Session,
                    worker.Stake.Pha(),
                    Phase(worker.Phase),
                    worker.InitialV?.ToString() ?? "-",
                    worker.InitialP?.ToString() ?? "-",
                    worker.StoppedAt?.ToString() ?? "-",
                    worker.V,
                    worker.TotalReward.Pha(),
                    worker.InstantP
                )
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_registered_worker_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', '0x' || encode(public_key, 'hex'), confidence_level, initial_score)
            from worker_registration where {At}
            """,
            books =>
                books.Registrations.Select(worker =>
                    BookText.Line(worker.PublicKey, worker.ConfidenceLevel, worker.InitialScore)
                )
        );

    /// <summary>The terms are known from the first worker on: before, no event tells them.</summary>
    [Theory]
    [MemberData(nameof(Chains))]
    public Task The_terms_of_rewards_are_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', pha_rate, rho, budget_per_block, v_max, cost_k, cost_b, slash_rate, treasury_ratio, heartbeat_window,
                rig_k, rig_b, re, k, kappa, cool_down_period)
            from tokenomics where {At}
            """,
            books =>
                books.EventCounts.ContainsKey("PhalaStakePoolv2.PoolWorkerAdded") ? [TermsLine(books.Tokenomics)] : []
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_whitelist_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"select concat_ws('|', pool_id, '0x' || encode(account, 'hex')) from whitelist_entry where {At}",
            books =>
                from pool in books.Pools.Values
                from account in pool.Whitelist ?? []
                select BookText.Line(pool.Pid, account)
        );

    /// <summary>
    /// The chain prices a share in steps of 2^-64 and cuts to 12 decimals; the index divides exactly. Therefore a value of
    /// the chain is at most one unit and one step per share below the exact one, and never above.
    /// </summary>
    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_position_is_worth_what_the_chain_says(ulong seed, string chain)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var books = Chain(index, chain).Books;
        var values = await index.LinesAsync(
            """
            select concat_ws('|', p.pool_id, '0x' || encode(p.account, 'hex'), div(p.shares * s.total_value, s.total_shares))
            from position p join pool_state s using (network, pool_id)
            where p.network = $1 and p.from_height <= $2 and (p.to_height is null or p.to_height > $2)
                and s.from_height <= $2 and (s.to_height is null or s.to_height > $2) and p.shares > 0
            """,
            chain,
            Chain(index, chain).LastBlock
        );
        var exact = values
            .Select(value => value.Split('|'))
            .ToDictionary(part => (part[0], part[1]), part => BigInteger.Parse(part[2]));
        foreach (var position in books.Positions.Where(position => position.Shares > 0))
        {
            var value = exact[(position.Pid.ToString(), position.Account.Hex)];
            var steps = ((BigInteger)position.Shares >> 64) + 2;
            Assert.InRange(value - position.Value.Pha(), 0, steps * 1_000_000);
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_NFT_of_a_pool_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select concat_ws('|', pool_id, collection_id, nft_id, '0x' || encode(owner, 'hex'), shares, extract(epoch from minted_at)::bigint)
            from delegation_nft where {At}
            """,
            books =>
                from pool in books.Pools.Values
                from nft in pool.Nfts
                select BookText.Line(pool.Pid, pool.CollectionId, nft.Id, nft.Owner, nft.Shares.Pha(), nft.MintedAt)
        );

    /// <summary>In the order of the queue: NFTs are numbered as they are minted.</summary>
    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_queue_is_what_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"""
            select pool_id || ':' || string_agg(concat_ws('|', nft_id, '0x' || encode(withdrawal_of, 'hex'), shares,
                extract(epoch from queued_at)::bigint), ',' order by nft_id)
            from delegation_nft where {At} and withdrawal_of is not null group by pool_id
            """,
            books =>
                books
                    .Pools.Values.Where(pool => pool.Queue.Count > 0)
                    .Select(pool =>
                        $"{pool.Pid}:"
                        + string.Join(
                            ',',
                            pool.Queue.Select(entry =>
                                BookText.Line(entry.NftId, entry.User, entry.Shares.Pha(), entry.StartedAt)
                            )
                        )
                    )
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_account_has_the_wrapped_PHA_that_the_chain_says(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            $"select concat_ws('|', '0x' || encode(account, 'hex'), balance) from wrapped_balance where {At}",
            books =>
            {
                // Beside a pool's own account: those that the runtime makes for its owner's commission and for stake in workers.
                var ofPools = books.Pools.Values.Select(pool => pool.Account).ToHashSet();
                return books
                    .Accounts.Where(account =>
                        account.Wrapped > 0
                        && !ofPools.Contains(account.Account)
                        && !account.Account.Hex.StartsWith("0x736f2f", StringComparison.Ordinal)
                        && !account.Account.Hex.StartsWith("0x736c2f", StringComparison.Ordinal)
                    )
                    .Select(account => BookText.Line(account.Account, account.Wrapped.Pha()));
            }
        );

    private static string Last(string column) =>
        $"""
            coalesce((select r.{column} from session_reading r where r.network = $1 and r.session_id = worker.session_id
              and r.height <= $2 and r.{column} is not null order by r.height desc limit 1), 0)
            """;

    private static string Phase(WorkerPhase phase) =>
        phase switch
        {
            WorkerPhase.Ready => "READY",
            WorkerPhase.Idle => "IDLE",
            WorkerPhase.Unresponsive => "UNRESPONSIVE",
            _ => "COOLING_DOWN",
        };

    private static string TermsLine(TokenomicsBook terms) =>
        BookText.Line(
            terms.PhaRate,
            terms.Rho,
            terms.BudgetPerBlock,
            terms.VMax,
            terms.CostK,
            terms.CostB,
            terms.SlashRate,
            terms.TreasuryRatio,
            terms.HeartbeatWindow,
            terms.RigK,
            terms.RigB,
            terms.Re,
            terms.K,
            terms.Kappa,
            terms.CoolDownPeriod
        );

    private static string PoolLine(ParachainBooks books, PoolBook pool) =>
        BookText.Line(
            pool.Pid,
            pool.Kind == PoolKind.Vault ? "VAULT" : "STAKE_POOL",
            pool.Owner,
            pool.Account,
            pool.CollectionId,
            pool.CreatedAt,
            pool.TotalShares.Pha(),
            pool.TotalValue.Pha(),
            pool.FreeValue.Pha(),
            pool.Commission,
            pool.Capacity?.Pha().ToString() ?? "-",
            pool.OwnerReward.Pha(),
            pool.Workers.Count,
            pool.Whitelist is null ? "false" : "true",
            pool.ClaimableOwnerShares.Pha(),
            pool.LastCheckpoint.Pha(),
            books.Positions.Where(position => position.Pid == pool.Pid).Select(position => position.QueuedShares).Sum()
                * 1_000_000,
            pool.IdleWorkerShares
        );

    /// <summary>Commission shares that a vault's owner did not claim yet are a position of the vault's own account.</summary>
    private static IEnumerable<string> PositionLines(ParachainBooks books) =>
        books
            .Positions.Where(position => position.Shares > 0)
            .Select(position =>
                BookText.Line(position.Pid, position.Account, position.Shares.Pha(), position.QueuedShares.Pha())
            )
            .Concat(
                books
                    .Pools.Values.Where(pool => pool.ClaimableOwnerShares > 0)
                    .Select(pool => BookText.Line(pool.Pid, pool.Account, pool.ClaimableOwnerShares.Pha(), 0))
            );

    private static async Task CompareAsync(
        ulong seed,
        string chain,
        string sql,
        Func<ParachainBooks, IEnumerable<string>> expected
    )
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var network = Chain(index, chain);
        for (var height = network.LastBlock; height >= 0; height -= Stride)
        {
            var lines = await index.LinesAsync(sql, chain, height);
            Assert.Equal(
                expected(network.BooksAt(height)).Order(StringComparer.Ordinal),
                lines.Order(StringComparer.Ordinal)
            );
        }
    }

    private static SimulatedParachain Chain(SimulatedIndex index, string name) =>
        name == "khala" ? index.World.Khala : index.World.Phala;
}
