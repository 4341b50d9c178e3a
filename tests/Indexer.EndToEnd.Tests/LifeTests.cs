using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.EndToEnd.Tests.Kit;
using static Indexer.EndToEnd.Tests.Kit.Amounts;

namespace Indexer.EndToEnd.Tests;

/// <summary>The whole life of holders through the API, against the books of the simulated world.</summary>
public sealed class LifeTests
{
    private static readonly BigInteger Pico = 1_000_000;

    public static TheoryData<ulong> Seeds => new(IndexedWorlds.Seeds);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whichever_address_is_asked_for_the_life_is_the_same(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        foreach (var holder in index.World.Holders.Where(holder => holder.Receivers.Count > 0).Take(6))
        {
            var answers = new HashSet<string>(StringComparer.Ordinal);
            foreach (
                var address in holder.Accounts.Select(one => one.Hex).Concat(holder.Receivers.Select(one => one.Hex))
            )
            {
                var life = await graph.AskAsync(
                    """
                    query ($address: Address!) { holder(address: $address) {
                      address stakedValue unclaimedValue earned
                      unclaimed { nodes { network address free staked value } }
                      rewardHistory(interval: MONTH) { startTime delegated waited commission cumulated networks }
                      history(interval: MONTH) { endTime value unlocking unclaimed cost } } }
                    """,
                    new { address }
                );
                answers.Add(life.GetRawText());
            }

            Assert.Single(answers);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_is_unclaimed_is_what_the_snapshot_of_the_world_has_without_a_claim(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var claims = index.World.Ethereum.Books.Claims;
        foreach (var chain in new[] { index.World.Khala, index.World.Phala })
        {
            foreach (var owned in chain.Snapshot.Take(8))
            {
                var isClaimed = claims.Any(claim => claim.Origin == chain.Name && claim.Account == owned.Account);
                var answer = await graph.AskAsync(
                    """
                    query ($address: Address!, $chain: String!) { unclaimed(address: $address, where: { network: { eq: $chain } }) {
                      nodes { address free staked entries { kind amount } contract claimNetwork how } } }
                    """,
                    new { address = owned.Account.Hex, chain = chain.Name }
                );
                var mine = answer
                    .GetProperty("unclaimed")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Where(node => node.GetProperty("entries").GetArrayLength() > 0)
                    .Where(node => IsOf(node, owned.Account.Hex))
                    .ToList();
                Assert.Equal(isClaimed ? 0 : 1, mine.Count);
                foreach (var node in mine)
                {
                    var reserved = chain.BooksAt(chain.LastBlock).FindAccount(owned.Account)!.Reserved;
                    Assert.Equal(Pico * (owned.Free + reserved), Units(node, "free"));
                    Assert.InRange(Units(node, "staked") - (Pico * owned.Staked), -24 * Pico, 24 * Pico);
                    Assert.Equal("ethereum", node.GetProperty("claimNetwork").GetString());
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Days_add_up_to_what_was_earned_and_agree_with_every_point_in_time(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var random = new Random((int)seed);
        foreach (var holder in index.World.Holders.Where(holder => holder.Receivers.Count > 0).Take(4))
        {
            var address = holder.Accounts[0].Hex;
            var life = (
                await graph.AskAsync(
                    """
                    query ($address: Address!) { holder(address: $address) { earned
                      rewardHistory(interval: DAY) { endTime delegated waited cumulated }
                      history(interval: DAY) { endTime value unlocking unclaimed total cost } } }
                    """,
                    new { address }
                )
            ).GetProperty("holder");
            var rewards = life.GetProperty("rewardHistory").EnumerateArray().ToList();
            var holdings = life.GetProperty("history").EnumerateArray().ToList();
            if (rewards.Count == 0)
            {
                continue;
            }

            Assert.Equal(rewards.Count, holdings.Count);
            Assert.Equal(Units(life, "earned"), Sum(rewards, "delegated"));
            Assert.Equal(Units(rewards[^1], "cumulated"), Sum(rewards, "delegated") + Sum(rewards, "waited"));
            var ends = rewards
                .Select(row =>
                    DateTimeOffset.Parse(row.GetProperty("endTime").GetString()!, CultureInfo.InvariantCulture)
                )
                .ToList();
            // A holder is known as such from its last claim on; before, its accounts were holders of their own.
            var known = index
                .World.Ethereum.Books.Claims.Where(claim => holder.Accounts.Contains(claim.Account))
                .Max(claim => DateTimeOffset.FromUnixTimeMilliseconds((long)index.World.Ethereum.TimeAt(claim.Height)));
            var late = Enumerable.Range(0, rewards.Count - 2).Where(at => ends[at] > known.AddDays(1)).ToArray();
            random.Shuffle(late);
            foreach (var at in late.Take(5))
            {
                // A stretch ends before its end: nothing of that moment belongs to it.
                var then = await graph.AskAsync(
                    """
                    query ($address: Address!, $time: DateTime!) { holder(address: $address, asOf: { timestamp: $time }) {
                      earned stakedValue unlocking unclaimedValue totalValue positions(first: 1000) { nodes { cost } } } }
                    """,
                    new { address, time = ends[at].AddMilliseconds(-1) }
                );
                var read = then.GetProperty("holder");
                var positions = read.GetProperty("positions").GetProperty("nodes").EnumerateArray().ToList();
                Assert.Equal(Units(read, "earned"), Sum(rewards.Take(at + 1), "delegated"));
                Assert.Equal(Units(read, "stakedValue"), Units(holdings[at], "value"));
                Assert.Equal(Units(read, "unlocking"), Units(holdings[at], "unlocking"));
                Assert.Equal(Sum(positions, "cost"), Units(holdings[at], "cost"));
                Assert.Equal(Units(read, "unclaimedValue"), Units(holdings[at], "unclaimed"));
                Assert.Equal(Units(read, "totalValue"), Units(holdings[at], "total"));
            }

            await AgreeWithPositionsAsync(graph, holder, random, (rewards, holdings, ends));
        }
    }

    /// <summary>Before there was anything but parachains, positions tell by themselves.</summary>
    private static async Task AgreeWithPositionsAsync(
        Graph graph,
        Simulator.TrueHolder holder,
        Random random,
        (List<JsonElement> Rewards, List<JsonElement> Holdings, List<DateTimeOffset> Ends) days
    )
    {
        var (rewards, holdings, ends) = days;
        var addresses = holder.Accounts.Select(one => one.Hex).ToArray();
        var early = Enumerable.Range(0, rewards.Count).Where(at => ends[at].Year < 2025).ToArray();
        random.Shuffle(early);
        foreach (var at in early.Take(3))
        {
            var then = await graph.AskAsync(
                """
                query ($addresses: [Address!], $time: DateTime!) { positions(first: 1000, where: { address: { in: $addresses } },
                  asOf: { timestamp: $time }) { nodes { earned value cost } } }
                """,
                new { addresses, time = ends[at].AddMilliseconds(-1) }
            );
            var positions = then.GetProperty("positions").GetProperty("nodes").EnumerateArray().ToList();
            Assert.Equal(Sum(positions, "earned"), Sum(rewards.Take(at + 1), "delegated"));
            Assert.Equal(Sum(positions, "value"), Units(holdings[at], "value"));
            Assert.Equal(Sum(positions, "cost"), Units(holdings[at], "cost"));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_history_ends_where_the_position_and_the_pool_stand(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var answer = await graph.AskAsync(
            """
            { positions(first: 1000, passedOn: true) { nodes { network poolId address value earned shares
               rewardHistory(interval: YEAR) { delegated } history(interval: YEAR) { value shares } } }
              pools(first: 1000) { nodes { network poolId totalValue sharePrice history(interval: YEAR) { totalValue sharePrice } } } }
            """
        );
        var networks = new HashSet<string>(StringComparer.Ordinal);
        foreach (var position in Nodes(answer, "positions"))
        {
            networks.Add(position.GetProperty("network").GetString()!);
            var last = position.GetProperty("history").EnumerateArray().Last();
            Assert.Equal(Units(position, "value"), Units(last, "value"));
            Assert.Equal(Units(position, "shares"), Units(last, "shares"));
            Assert.Equal(
                Units(position, "earned"),
                Sum(position.GetProperty("rewardHistory").EnumerateArray(), "delegated")
            );
        }

        Assert.Equal(4, networks.Count);
        foreach (var pool in Nodes(answer, "pools"))
        {
            var last = pool.GetProperty("history").EnumerateArray().Last();
            Assert.Equal(Units(pool, "totalValue"), Units(last, "totalValue"));
            Assert.Equal(pool.GetProperty("sharePrice").GetString(), last.GetProperty("sharePrice").GetString());
        }
    }

    private static JsonElement.ArrayEnumerator Nodes(JsonElement answer, string list) =>
        answer.GetProperty(list).GetProperty("nodes").EnumerateArray();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_snapshot_proposals_electorate_is_the_vaults_shares_at_its_block(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var answer = await graph.AskAsync(
            "{ proposals(first: 1000, where: { system: { eq: SNAPSHOT } }) { nodes { proposalId electorate electorateKind turnout turnoutRatio text { strategies } } } }"
        );
        var proposals = answer.GetProperty("proposals").GetProperty("nodes").EnumerateArray().ToList();
        Assert.NotEmpty(proposals);
        foreach (var proposal in proposals)
        {
            using var strategies = JsonDocument.Parse(
                proposal.GetProperty("text").GetProperty("strategies").GetString()!
            );
            var block = long.Parse(
                strategies.RootElement.GetProperty("snapshot").ToString(),
                CultureInfo.InvariantCulture
            );
            var shares = index
                .World.Ethereum.BooksAt(block)
                .Shares.Values.Aggregate(BigInteger.Zero, (sum, value) => sum + (BigInteger)value);
            Assert.Equal(shares, Units(proposal, "electorate"));
            Assert.Equal("VAULT_SHARES", proposal.GetProperty("electorateKind").GetString());
        }
    }

    private static bool IsOf(JsonElement node, string account) =>
        "0x"
            + Convert.ToHexStringLower(
                Addresses.Ss58.Decode(node.GetProperty("address").GetString()!).Account.ToArray()
            )
        == account;

    private static BigInteger Sum(IEnumerable<JsonElement> rows, string field) =>
        rows.Aggregate(BigInteger.Zero, (sum, row) => sum + Units(row, field));
}
