using System.Text;
using System.Text.Json;
using Indexer.Substrate.Keys;
using Indexer.Substrate.Metadata;
using Indexer.TestKit;

namespace Indexer.Substrate.Tests;

public sealed class StorageKeyTests
{
    [Fact]
    public void The_key_of_System_Events_is_the_one_that_every_chain_has() =>
        Assert.Equal(
            "26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7",
            Convert.ToHexStringLower(StorageKey.Value("System", "Events"))
        );

    [Fact]
    public async Task Hashes_are_those_of_the_reference_implementation()
    {
        var output = await NodePackages.RunAsync("hashers.mjs", "", TestContext.Current.CancellationToken);
        using var vectors = JsonDocument.Parse(output);
        Assert.Equal(
            7,
            vectors
                .RootElement.EnumerateArray()
                .Select(vector => vector.GetProperty("hasher").GetString())
                .Distinct()
                .Count()
        );
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var hasher = Enum.Parse<StorageHasher>(vector.GetProperty("hasher").GetString()!);
            var key = Convert.FromHexString(vector.GetProperty("key").GetString()!);
            Assert.Equal(
                vector.GetProperty("hashed").GetString(),
                Convert.ToHexStringLower(StorageKey.Hash(hasher, key))
            );
        }
    }

    [Fact]
    public void Keys_of_a_map_are_hashed_as_its_metadata_says()
    {
        var map = TestRuntime.Simple(9, 0).Metadata.StorageEntry("Pool", "Pools");
        byte[] first = [1, 0, 0, 0];
        byte[] second = [2, 0, 0, 0];
        byte[] prefix = StorageKey.Value("PoolPrefix", "Pools");
        byte[] partly = [.. prefix, .. StorageKey.Hash(StorageHasher.Blake2128Concat, first)];
        byte[] whole = [.. partly, .. StorageKey.Hash(StorageHasher.Twox64Concat, second)];
        Assert.Equal(prefix, StorageKey.Map(map));
        Assert.Equal(partly, StorageKey.Map(map, first));
        Assert.Equal(whole, StorageKey.Map(map, first, second));
        Assert.Throws<ArgumentException>(() => StorageKey.Map(map, first, second, first));
    }

    [Fact]
    public void The_hash_of_nothing_is_that_of_the_algorithms()
    {
        Assert.Equal("99e9d85137db46ef", Convert.ToHexStringLower(StorageKey.Hash(StorageHasher.Twox64Concat, [])));
        Assert.Equal(
            "cae66941d9efbd404e4d88758ea67670",
            Convert.ToHexStringLower(StorageKey.Hash(StorageHasher.Blake2128, []))
        );
        Assert.Equal("system"u8.ToArray(), StorageKey.Hash(StorageHasher.Identity, Encoding.UTF8.GetBytes("system")));
    }
}
