using System.Numerics;
using System.Text.Json;
using Indexer.Domain;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;
using static Indexer.EndToEnd.Tests.Kit.Amounts;

namespace Indexer.EndToEnd.Tests;

/// <summary>The hand-over from the parachains to the vault, against the books of the simulated world.</summary>
public sealed class MigrationTests
{
    /// <summary>One unit of a parachain in units of the vault.</summary>
    private static readonly BigInteger Pico = 1_000_000;

    public static TheoryData<ulong, string> Chains =>
        new(from seed in IndexedWorlds.Seeds from chain in new[] { "khala", "phala" } select (seed, chain));

    public static TheoryData<ulong> Seeds => new(IndexedWorlds.Seeds);

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task What_accounts_had_at_the_end_is_closed_form_by_form(ulong seed, string chain)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var network = Chain(index.World, chain);
        var last = network.BooksAt(network.LastBlock);
        foreach (var owned in network.Snapshot)
        {
            var found = await EntriesAsync(index, chain, owned.Account.Hex);
            var balances = last.FindAccount(owned.Account)!;
            Assert.Equal(Pico * balances.Free, found.GetValueOrDefault(MigrationEntryKind.Free));
            Assert.Equal(Pico * balances.Reserved, found.GetValueOrDefault(MigrationEntryKind.Reserved));
            Assert.Equal(Pico * owned.Wrapped, found.GetValueOrDefault(MigrationEntryKind.Wrapped));
            Assert.Equal(Pico * owned.OwnerRewards, found.GetValueOrDefault(MigrationEntryKind.OwnerReward));
            // The chain rounds the price and each value down, in units of its own.
            AssertNear(Pico * owned.OwnerShares, found.GetValueOrDefault(MigrationEntryKind.OwnerShares), places: 4);
            AssertNear(
                Pico * owned.Delegated,
                found.GetValueOrDefault(MigrationEntryKind.Delegation)
                    + found.GetValueOrDefault(MigrationEntryKind.Withdrawing),
                places: 20
            );
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Nothing_of_a_chain_that_ended_is_staked_any_more_but_as_of_its_end(ulong seed, string chain)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var network = Chain(index.World, chain);
        const string open = "p.network = $1 and p.to_height is null and p.shares + p.withdrawing_shares + p.cost <> 0";
        Assert.Empty(await index.LinesAsync($"select p.pool_id from position p where {open}", chain));
        Assert.Empty(
            await index.LinesAsync(
                """
                select pool_id from pool_state where network = $1 and to_height is null
                and (total_shares + withdrawing_shares + free_value + owner_reward + owner_shares <> 0 or total_value >= 1000)
                """,
                chain
            )
        );
        var books = network.BooksAt(network.LastBlock);
        Assert.Equal(
            books.Pools.Values.Select(pool => $"{pool.Pid} {Pico * pool.TotalValue}").Order(StringComparer.Ordinal),
            (
                await index.LinesAsync(
                    "select pool_id || ' ' || total_value from pool_state where network = $1 and from_height <= $2 and (to_height is null or to_height > $2)",
                    chain,
                    network.LastBlock
                )
            ).Order(StringComparer.Ordinal)
        );
        Assert.Empty(
            await index.LinesAsync(
                "select proposal_id from proposal_state where network = $1 and to_height is null and status in ('PENDING', 'ACTIVE', 'QUEUED')",
                chain
            )
        );
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task What_pools_held_is_what_accounts_had_and_what_rounding_left(ulong seed, string chain)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var network = Chain(index.World, chain);
        var pools = network.BooksAt(network.LastBlock).Pools.Values.ToList();
        // What a vault has in stake pools is in these already.
        var held =
            Sum(pools.Where(pool => pool.Kind == Simulator.PoolKind.StakePool).Select(pool => pool.TotalValue))
            + Sum(pools.Where(pool => pool.Kind == Simulator.PoolKind.Vault).Select(pool => pool.FreeValue));
        var closed = await index.LinesAsync(
            "select sum(amount)::text from migration_entry where network = $1 and kind in ('DELEGATION', 'WITHDRAWING', 'OWNER_SHARES', 'ROUNDING')",
            chain
        );
        Assert.Equal(Pico * held, BigInteger.Parse(Assert.Single(closed)));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_claim_is_what_its_account_had_but_for_rounding(ulong seed, string chain)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var claims = index.World.Ethereum.Books.Claims.Where(claim => claim.Origin == chain).ToList();
        var claimed = await index.LinesAsync(
            "select '0x' || encode(account, 'hex') || ' ' || claimed_free || ' ' || claimed_shares from migration_account where network = $1 and claimed_at is not null",
            chain
        );
        Assert.NotEmpty(claims);
        Assert.Equal(
            claims.Select(claim => $"{claim.Account.Hex} {claim.Free} {claim.Staked}").Order(StringComparer.Ordinal),
            claimed.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["ROUNDING"],
            (await index.LinesAsync("select reason from migration_difference where network = $1", chain)).Distinct()
        );
        var unclaimed = await index.LinesAsync(
            "select '0x' || encode(account, 'hex') from migration_account where network = $1 and claimed_at is null",
            chain
        );
        var claimants = claims.Select(claim => claim.Account.Hex).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            Chain(index.World, chain)
                .Snapshot.Select(owned => owned.Account.Hex)
                .Where(account => !claimants.Contains(account))
                .Order(StringComparer.Ordinal),
            unclaimed
                .Intersect(Chain(index.World, chain).Snapshot.Select(owned => owned.Account.Hex))
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>
    /// A replay of every receiver's steps: at a claim the basis that the positions had before the end takes the place of what the
    /// claim contract paid, and it leaves with the shares.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_claim_carries_the_cost_of_the_old_stake_on(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var carried = 0;
        foreach (
            var receiver in await index.LinesAsync(
                "select distinct encode(receiver, 'hex') from claim where l2_receiver is null"
            )
        )
        {
            var steps = (
                await index.LinesAsync(
                    """
                    select height || ' ' || e.index || ' ' || shares || ' ' || cost || ' 0' from stake_event e
                    where network = 'ethereum' and account = $1 and pool_id is not null
                    union all
                    select height || ' ' || c.index || ' 0 0 ' || (
                        coalesce((select sum(p.cost) from position p join chain_end ended using (network) where p.network = lower(c.kind)
                          and substring(p.account from 1 for 20) = c.claim_user and p.from_height <= ended.last_height
                          and (p.to_height is null or p.to_height > ended.last_height)), 0)
                        - coalesce((select sum(amount) from migration_entry m where m.network = lower(c.kind)
                          and substring(m.account from 1 for 20) = c.claim_user
                          and m.kind in ('DELEGATION', 'WITHDRAWING', 'OWNER_SHARES', 'OWNER_REWARD')), 0))
                    from claim c where receiver = $1 and l2_receiver is null
                    """,
                    Convert.FromHexString(receiver)
                )
            ).Select(line => line.Split(' ').Select(BigInteger.Parse).ToArray()).OrderBy(step => step[0]).ThenBy(step => step[1]);
            var (shares, cost, basis) = (BigInteger.Zero, BigInteger.Zero, BigInteger.Zero);
            foreach (var step in steps)
            {
                basis -= step[2].Sign < 0 ? basis * -step[2] / shares : 0;
                (shares, cost, basis) = (shares + step[2], cost + step[3], basis + step[4]);
            }

            var answer = await graph.AskAsync(
                """
                query ($address: Address!) { positions(where: { network: { eq: "ethereum" }, address: { eq: $address } }) {
                  nodes { shares cost } } }
                """,
                new { address = $"0x{receiver}" }
            );
            var position = answer.GetProperty("positions").GetProperty("nodes").EnumerateArray().SingleOrDefault();
            if (position.ValueKind == JsonValueKind.Object)
            {
                Assert.Equal((Units(position, "shares"), Units(position, "cost")), (shares, cost + basis));
                carried += basis.IsZero ? 0 : 1;
            }
        }

        Assert.True(carried > 0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_sums_hold_at_every_block_of_the_claims(ulong seed)
    {
        var world = World.Create(seed, WorldSize.Small);
        foreach (var network in world.Networks)
        {
            network.FinalizedLag = 0;
        }

        await using var index = await SimulatedIndex.CreateAsync(world);
        var heights = world.Ethereum.Books.Claims.Select(claim => claim.Height).Distinct().Order().ToList();
        world.Ethereum.Head = 1;
        await index.RunAsync();
        foreach (var height in heights.Where((_, at) => at % 5 == 0).Append(world.Ethereum.LastBlock))
        {
            world.Ethereum.Head = height;
            await index.RunAsync([index.Network("ethereum")], untilHead: true, hear: null, CancellationToken.None);
            var claims = world.Ethereum.Books.Claims;
            foreach (var chain in new[] { "khala", "phala" })
            {
                var sums = Assert.Single(
                    await index.LinesAsync(
                        """
                        select claims || ' ' || claimed_free || ' ' || claimed_shares || ' '
                          || (expected_free - claimed_free - unclaimed_free - (select coalesce(sum(free), 0) from migration_difference d where d.network = m.network)) || ' '
                          || (expected_staked - claimed_staked - unclaimed_staked - (select coalesce(sum(staked), 0) from migration_difference d where d.network = m.network))
                        from migration m where network = $1
                        """,
                        chain
                    )
                );
                var mine = claims.Where(claim => claim.Origin == chain).ToList();
                Assert.Equal(
                    $"{mine.Count} {Sum(mine.Select(claim => claim.Free))} {Sum(mine.Select(claim => claim.Staked))} 0 0",
                    sums
                );
            }
        }
    }

    [Theory]
    [InlineData(21, "ethereum", "khala", "phala")]
    [InlineData(21, "phala", "ethereum", "khala")]
    [InlineData(22, "khala", "ethereum", "phala")]
    public async Task The_order_of_indexing_changes_nothing(ulong seed, params string[] order)
    {
        var world = World.Create(seed, WorldSize.Small);
        foreach (var network in world.Networks)
        {
            network.FinalizedLag = 0;
        }

        await using var together = await SimulatedIndex.CreateAsync(world);
        await together.RunAsync();
        await using var inTurn = await SimulatedIndex.CreateAsync(world);
        foreach (var name in order)
        {
            await inTurn.RunAsync([inTurn.Network(name)], untilHead: true, hear: null, CancellationToken.None);
        }

        await inTurn.RunAsync();
        Assert.Equal(await together.DumpAsync(), await inTurn.DumpAsync());
    }

    private static SimulatedParachain Chain(World world, string name) => name == "khala" ? world.Khala : world.Phala;

    private static BigInteger Sum(IEnumerable<UInt128> values) =>
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + (BigInteger)value);

    private static void AssertNear(BigInteger stated, BigInteger found, int places) =>
        Assert.InRange(found - stated, -places * Pico, places * Pico);

    private static async Task<Dictionary<MigrationEntryKind, BigInteger>> EntriesAsync(
        SimulatedIndex index,
        string chain,
        string account
    )
    {
        var lines = await index.LinesAsync(
            "select kind || ' ' || sum(amount) from migration_entry where network = $1 and account = $2 group by kind",
            chain,
            Convert.FromHexString(account.AsSpan(2))
        );
        return lines
            .Select(line => line.Split(' '))
            .ToDictionary(
                line => Storage.EnumText.Parse<MigrationEntryKind>(line[0]),
                line => BigInteger.Parse(line[1])
            );
    }
}
