using Indexer.Domain;
using Indexer.Handlers.InitialStates;

namespace Indexer.Handlers.Tests.InitialStates;

/// <summary>
/// The dump of Phala's pools of the second version: a stake pool and a vault as the public one of block 2,426,198 has them, with the accounts
/// that the chain gave them.
/// </summary>
public sealed class PhalaDumpTests : IDisposable
{
    private const string Dump = """
        {"timestamp":1682742936272,"basePools":[
        {"pid":"6","cid":10006,"owner":"45BsgW5wSLE38P2AeogXRp67wge9pvP1sdm2ZgSWkLEPTBgX","commission":"0","totalShares":"0","totalValue":"0","freeValue":"0","poolAccountId":"42qrmqQNDQhge9gWcjuifVczVcYL2hFZgkXT5yS9YoviFzNd","stakePool":{"capacity":null,"workers":[],"ownerRewardAccount":"43E9HpWxsaSpyW44NZ2B3z2oEzTbKT8m3FgpPZn2VkvDDUoT","ownerReward":"0"},"whitelists":[],"withdrawQueue":[]},
        {"pid":"5","cid":10005,"owner":"45BsgW5wSLE38P2AeogXRp67wge9pvP1sdm2ZgSWkLEPTBgX","commission":"0","totalShares":"0","totalValue":"0","freeValue":"0","poolAccountId":"42qrmq1DZQJVhPwfSm4jorBFZTvoLbXYXQqrK6dbvqTBDQaC","vault":{"lastSharePriceCheckpoint":"1000000000000","ownerShares":"0"},"whitelists":[],"withdrawQueue":[]}],
        "workers":[{"id":"0x7e086c29ae675ddffc25ad836e127a52b3b18412bf78c66ef84aaccd900a8a4e","confidenceLevel":2,"initialScore":0}],
        "sessions":[],"identities":[{"id":"44ZNVKWSAa6ik3Ac6wnr1VB6C3XuGi6yW2ZqRifEh3qwV67H","identity":"Cappex","judgements":[]}],"nfts":[]}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("phala-dump-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_dump_of_empty_pools_opens_a_ledger()
    {
        var output = Path.Combine(folder.FullName, "state.json");
        var summary = await Read(Dump).WriteAsync(output);
        Assert.Equal((2, 0, 1, Pha.Zero), (summary.Pools, summary.Stakers, summary.Registrations, summary.Value));
        Assert.Equal(new DateTimeOffset(2023, 4, 29, 4, 35, 36, 272, TimeSpan.Zero), summary.Head.Block.Time);

        var ledger = new NetworkLedger("phala");
        var first = new BlockHeader(2_426_199, [1], [], summary.Head.Block.Time, SpecVersion: 1245);
        new SubstrateBlockHandler(HandlerCatalog.Substrate).HandleStart(InitialStateFile.Open(output), first, ledger);
        ledger.EndBlock(first.Height);
        Assert.Empty(ledger.Rows);
        var (vault, terms) = ledger.State.Pool("5");
        Assert.Equal((PoolKind.Vault, 10_005L, 5L), (vault.Kind, vault.CollectionId!.Value, vault.Pid!.Value));
        Assert.Equal(new Pha(Pha.UnitsPerPha), terms.LastCheckpointPrice);
        Assert.Null(terms.RewardAccumulator);
        var (pool, _) = ledger.State.Pool("6");
        Assert.Equal(PoolKind.StakePool, pool.Kind);
        Assert.Same(pool, ledger.State.PoolOfCollection(10_006));
        Assert.Equal(2, ledger.State.Registrations.All.Single().ConfidenceLevel);
    }

    [Theory]
    [InlineData("\"nfts\":[]", "\"nfts\":[{}]", "nfts[0] is there, and no initial state can hold it")]
    [InlineData(
        "\"workers\":[],\"owner",
        "\"workers\":[\"0x00\"],\"owner",
        "basePools[0].stakePool.workers is [\"0x00\"]; write an empty list"
    )]
    [InlineData(
        "\"totalShares\":\"0\"",
        "\"totalShares\":\"5\"",
        "dump.json: pool 5, has 5 shares in all, but its stakers have 0 together"
    )]
    [InlineData(
        "\"totalValue\":\"0\"",
        "\"totalValue\":\"5\"",
        "is of version 2 and not empty, which this format cannot state"
    )]
    [InlineData("\"ownerShares\":\"0\"", "\"ownerShares\":\"1\"", "basePools[1].vault.ownerShares")]
    [InlineData(
        "43E9HpWxsaSpyW44NZ2B3z2oEzTbKT8m3FgpPZn2VkvDDUoT",
        "45BsgW5wSLE38P2AeogXRp67wge9pvP1sdm2ZgSWkLEPTBgX",
        "which follows from pid and owner"
    )]
    [InlineData("\"timestamp\":1682742936272,", "", "timestamp is missing")]
    [InlineData("\"nfts\":[]}", "\"nfts\":[]", "is not valid JSON")]
    public async Task What_cannot_be_converted_is_named(string right, string wrong, string named)
    {
        var text = Dump.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Dump, text);
        var problem = await Assert.ThrowsAsync<InitialStateException>(() =>
            Read(text).WriteAsync(Path.Combine(folder.FullName, "state.json"))
        );
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFiles("state*"));
    }

    private ConvertedState Read(string text)
    {
        var path = Path.Combine(folder.FullName, "dump.json");
        File.WriteAllText(path, text);
        return PhalaDump.Read(path, "phala", 2_426_198, hash: null, _ => { });
    }
}
