using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using System.Text;
using Indexer.Domain;
using Indexer.Handlers.InitialStates;

namespace Indexer.Handlers.Tests.InitialStates;

/// <summary>
/// The dump of Khala's stake pools of the first version, with values that the public one of block 2,761,100 has: pool 3188 and its staker with
/// what waits for him, a pool with amounts beyond 2^53 and a queue. The other accounts are made up.
/// </summary>
public sealed class KhalaDumpTests : IDisposable
{
    private const string Head =
        "\"statusCode\":200,\"blockHash\":\"0x4ade150312457dda47bedf2a3c08990e3df4a35f1c2f8c766df351bbd8bded07\",\"blockNumber\":2761100,\"timestamp\":1669025064768";

    private const string Worker = "0xbaaa70b5d2fbaa33b20aed87888f33025aa797110eaa78daff695f10e891d449";
    private const string Staker = "42yqMcCLUpwcw93ehHBZpum3fREttxac2gJkdjjk7zfVcfDE";

    /// <summary>"spm/" and 28 bytes of BLAKE2b-256 over the pid (u64, little endian) and the worker's key, computed apart.</summary>
    private const string Miner = "0x73706d2fcd62ef453003a4537f4825d18172059d49c96c61b70748764683371c";

    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["stake_pools"] = $$$$"""
            {{{{{Head}}}},"result":[{"pid":3188,"owner":"45Ttr5B6c37YgDpezr3oP6YMcyVUaPP9gBRWbYh9x9r1XRNj","payoutCommission":350000,"ownerReward":15237446567907,"cap":1200000000000000,"rewardAcc":"0x000000000000000010fcdb64fd61db90","totalShares":1200000000000000,"totalStake":1200000000000000,"freeStake":0,"releasingStake":0,"workers":["{{{{Worker}}}}"],"withdrawQueue":[]},
            {"pid":3110,"owner":"45jhm4s5HR51Py8fwoWu6PV4tFrCuGLBCHX4z98sFyH3pgoS","payoutCommission":null,"ownerReward":0,"cap":null,"rewardAcc":"0x000000000000000023518573cd779e04","totalShares":"0x0000000000000000023f8a239eb86383","totalStake":"0x0000000000000000023f8a239eb8646c","freeStake":161997997200000108,"releasingStake":0,"workers":[],"withdrawQueue":[{"user":"{{{{Staker}}}}","shares":"0x0000000000000000002a46fca8d3bff6","startTime":1668655891}]}]}
            """,
        ["stake_pool_stakes"] = $$$$"""
            {{{{{Head}}}},"result":[[[3188,"{{{{Staker}}}}"],{"user":"{{{{Staker}}}}","locked":1200000000000000,"shares":1200000000000000,"availableRewards":0,"rewardDebt":64838224572452}],
            [[3110,"{{{{Staker}}}}"],{"user":"{{{{Staker}}}}","locked":"0x0000000000000000023f8a239eb8646c","shares":"0x0000000000000000023f8a239eb86383","availableRewards":9007199254740993,"rewardDebt":0}],
            [[3110,"45Ttr5B6c37YgDpezr3oP6YMcyVUaPP9gBRWbYh9x9r1XRNj"],{"user":"45Ttr5B6c37YgDpezr3oP6YMcyVUaPP9gBRWbYh9x9r1XRNj","locked":0,"shares":0,"availableRewards":0,"rewardDebt":0}]]}
            """,
        ["miner_stakes"] = $$$$"""
            {{{{{Head}}}},"result":{"{{{{Miner}}}}":"1200000000000000","45jhm4s5HR51Py8fwoWu6PV4tFrCuGLBCHX4z98sFyH3pgoS":"5000000000000"}}
            """,
        ["miner_bindings"] = $$$$"""{{{{{Head}}}},"result":{"{{{{Miner}}}}":"{{{{Worker}}}}"}}""",
        ["stake_pool_whitelists"] = $$$$"""{{{{{Head}}}},"result":{"3110":["{{{{Staker}}}}"]}}""",
        ["identities"] = $$$$"""{{{{{Head}}}},"result":[]}""",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("khala-dump-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dump_becomes_a_state_with_every_digit(bool packed)
    {
        var output = Path.Combine(folder.FullName, "state.json");
        var told = new List<string>();
        var summary = await KhalaDump.Read(Write(Files, packed), "khala", told.Add).WriteAsync(output);
        Assert.Equal((2, 2, 1, 1), (summary.Pools, summary.Stakers, summary.Workers, summary.Waiting));
        Assert.Equal(5, told.Count);

        // 1,200 PHA and 0x023f8a239eb8646c of 10^-12 PHA.
        Assert.Equal("163199.997200000108", $"{summary.Value}");
        Assert.Equal(2_761_100, summary.Head.Block.Height);
        Assert.Equal(new DateTimeOffset(2022, 11, 21, 10, 4, 24, 768, TimeSpan.Zero), summary.Head.Block.Time);

        var pools = InitialStateFile.Open(output).Read().OfType<InitialPool>().ToDictionary(pool => pool.Pid);
        var staker = Assert.Single(pools[3188].Stakers);
        Assert.Equal("1200", $"{staker.Shares}");
        Assert.Equal("64.838224572452", $"{staker.RewardDebt}");
        Assert.Equal((UInt128)0x10fcdb64fd61db90, pools[3188].Accumulator);

        // To the last unit what is exactly 14.791725556911994 PHA: the runtime cuts products off (a recorded one of spec 1180 paid 6,000,000,000,005
        // of 6,000,000,000,005.56 units; in the public dump 645 debts are the product cut off, and 351 of these would be another one rounded).
        Assert.Equal("14.791725556911", $"{staker.Pending(pools[3188].Accumulator!.Value)}");
        var product = BigInteger.Parse("1224094425532193680", CultureInfo.InvariantCulture) * 1_200_000_000_000_000;
        Assert.Equal((BigInteger)0x10fcdb64fd61db90, product / 1_200_000_000_000_000);
        Assert.Equal(14_791_725_556_912, (product + (BigInteger.One << 63) >> 64) - 64_838_224_572_452);
        Assert.Equal(14_791_725_556_911, (product >> 64) - 64_838_224_572_452);
        Assert.Equal("15.237446567907", $"{pools[3188].OwnerReward}");
        Assert.Equal(350_000, pools[3188].Commission);
        Assert.Equal(
            (Worker, "1200", SessionState.Idle),
            pools[3188].Workers.Select(worker => ($"{worker.PublicKey}", $"{worker.Stake}", worker.State)).Single()
        );

        Assert.Null(pools[3110].Commission);
        Assert.Null(pools[3110].Capacity);
        Assert.Equal("9007.199254740993", $"{pools[3110].Stakers.Single().AvailableReward}");
        Assert.Equal(
            ("11899.99999999999", new DateTimeOffset(2022, 11, 17, 3, 31, 31, TimeSpan.Zero)),
            ($"{pools[3110].Queue.Single().Shares}", pools[3110].Queue.Single().Since!.Value)
        );
        Assert.Single(pools[3110].Whitelist!);
        Assert.Contains("1 stakers without shares", summary.Head.Notes[^2], StringComparison.Ordinal);
        Assert.Contains(
            "1 stakes of workers that left their pools, 5 PHA",
            summary.Head.Notes[^1],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "stake_pools",
        "\"totalStake\":1200000000000000",
        "\"totalStake\":1.2e15",
        "result[0].totalStake is 1.2e15; write a whole number"
    )]
    [InlineData(
        "stake_pools",
        "\"rewardAcc\":\"0x000000000000000010fcdb64fd61db90\"",
        "\"rewardAcc\":-1",
        "result[0].rewardAcc is -1"
    )]
    [InlineData("stake_pools", "\"pid\":3110", "\"pid\":3188", "result[1].pid is 3188; write each pool once")]
    [InlineData("stake_pools", "\"blockNumber\":2761100", "\"blockNumber\":2761101", "put files of one dump together")]
    [InlineData("stake_pools", "\"timestamp\":1669025064768,", "", "timestamp is missing")]
    [InlineData("stake_pools", "\"result\":[{", "\"result\":[}", "is not valid JSON: see line 1")]
    [InlineData("stake_pool_stakes", "\"rewardDebt\":64838224572452", "\"rewardDebt\":99838224572452", "would owe 0x")]
    [InlineData(
        "stake_pool_stakes",
        "\"shares\":1200000000000000",
        "\"shares\":1200000000000001",
        "pool 3188, has 1200000000000000 shares in all, but its stakers have 1200000000000001 together"
    )]
    [InlineData(
        "stake_pool_stakes",
        "[3188,",
        "[3189,",
        "pool 3189 has stakers or a whitelist, but is none of stake_pools"
    )]
    [InlineData(
        "stake_pool_stakes",
        "\"shares\":1200000000000000",
        "\"stocks\":1200000000000000",
        "result[0][1].shares is missing"
    )]
    [InlineData(
        "miner_bindings",
        Miner,
        "45jhm4s5HR51Py8fwoWu6PV4tFrCuGLBCHX4z98sFyH3pgoS",
        "is not bound to its account"
    )]
    [InlineData(
        "stake_pool_whitelists",
        Staker,
        "42yqMcCLUpwcw93ehHBZpum3fREttxac2gJkdjjk7zfVcfDF",
        "its checksum is wrong"
    )]
    public async Task What_is_wrong_is_named_with_its_place(string file, string right, string wrong, string named)
    {
        var files = new Dictionary<string, string>(Files)
        {
            [file] = Files[file].Replace(right, wrong, StringComparison.Ordinal),
        };
        Assert.NotEqual(Files[file], files[file]);
        var output = Path.Combine(folder.FullName, "state.json");
        await File.WriteAllTextAsync(output, "before", TestContext.Current.CancellationToken);
        var problem = await Assert.ThrowsAsync<InitialStateException>(async () =>
            await KhalaDump.Read(Write(files, packed: true), "khala", _ => { }).WriteAsync(output)
        );
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.Equal("before", await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));
        Assert.Equal(["state.json"], folder.EnumerateFiles("state*").Select(left => left.Name));
    }

    [Fact]
    public void A_broken_archive_and_missing_files_are_named()
    {
        var whole = Write(Files, packed: true);
        var half = Path.Combine(folder.FullName, "half.tar.gz");
        File.WriteAllBytes(half, File.ReadAllBytes(whole)[..200]);
        AssertNames("half.tar.gz", half);
        AssertNames("does not exist", Path.Combine(folder.FullName, "nothing"));
        var some = Files.Where(file => file.Key != "miner_stakes").ToDictionary(file => file.Key, file => file.Value);
        AssertNames("lacks miner_stakes (files such as", Write(some, packed: true));

        static void AssertNames(string named, string path) =>
            Assert.Contains(
                named,
                Assert.Throws<InitialStateException>(() => KhalaDump.Read(path, "khala", _ => { })).Message,
                StringComparison.Ordinal
            );
    }

    private string Write(Dictionary<string, string> files, bool packed)
    {
        var inner = folder.CreateSubdirectory($"dump-{Guid.NewGuid():N}");
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(inner.FullName, $"{name}_2761100.json"), text, new UTF8Encoding(false));
        }

        if (!packed)
        {
            return inner.FullName;
        }

        var path = inner.FullName + ".tar.gz";
        using var file = File.Create(path);
        using var zipped = new GZipStream(file, CompressionLevel.Fastest);
        TarFile.CreateFromDirectory(inner.FullName, zipped, includeBaseDirectory: true);
        return path;
    }
}
