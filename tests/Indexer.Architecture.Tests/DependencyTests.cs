namespace Indexer.Architecture.Tests;

/// <summary>The direction of dependencies: a project may use only what stands beside it here.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["src/Indexer.Domain"] = [],
        ["src/Indexer.JsonRpc"] = [],
        ["src/Indexer.GraphQL"] = [],
        ["src/Indexer.Simulator"] = [],
        ["src/Indexer.Addresses"] = ["Indexer.Domain"],
        ["src/Indexer.Substrate"] = ["Indexer.Addresses", "Indexer.JsonRpc"],
        ["src/Indexer.Evm"] = ["Indexer.Addresses", "Indexer.JsonRpc"],
        ["src/Indexer.Snapshot"] = ["Indexer.Domain", "Indexer.JsonRpc"],
        ["src/Indexer.Storage"] = ["Indexer.Domain"],
        ["src/Indexer.Jobs"] = ["Indexer.Storage"],
        ["src/Indexer.Api"] = ["Indexer.Addresses", "Indexer.GraphQL", "Indexer.Storage"],
        ["src/Indexer.Pages"] = ["Indexer.Api"],
        ["src/Indexer.Exports"] = ["Indexer.Addresses", "Indexer.Api", "Indexer.Storage"],
        ["src/Indexer.Ingestion"] = ["Indexer.Evm", "Indexer.Snapshot", "Indexer.Storage", "Indexer.Substrate"],
        ["src/Indexer.Handlers"] = ["Indexer.Ingestion"],
        ["migrations/Indexer.Migrations"] = ["Indexer.Storage"],
        ["src/Indexer.Host"] =
        [
            "Indexer.Api",
            "Indexer.Exports",
            "Indexer.Handlers",
            "Indexer.Jobs",
            "Indexer.Migrations",
            "Indexer.Pages",
            "Indexer.Simulator",
        ],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_lies_below_it(string project) =>
        Assert.Subset(
            Allowed[project].ToHashSet(StringComparer.Ordinal),
            Repository.ReferencesOf(project).ToHashSet(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_project_has_its_place()
    {
        var projects = Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => "src/" + Path.GetFileName(folder));
        Assert.Empty(projects.Except(Allowed.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void The_domain_uses_no_package() => Assert.Empty(Repository.PackagesOf("src/Indexer.Domain"));

    [Fact]
    public void The_graphql_library_knows_nothing_of_the_product() =>
        Assert.DoesNotContain(
            Repository.Sources("src/Indexer.GraphQL"),
            file => File.ReadAllText(file).Contains("phala", StringComparison.OrdinalIgnoreCase)
        );

    [Fact]
    public void Handlers_reach_for_no_chain_and_no_database() =>
        AssertNamesNone(
            "src/Indexer.Handlers",
            [
                "Indexer.JsonRpc",
                "Indexer.Storage",
                "Npgsql",
                "EntityFrameworkCore",
                "IChainSource",
                "SubstrateChain",
                "EvmChain",
                "SnapshotHub",
                "HttpClient",
            ]
        );

    [Fact]
    public void What_blocks_mean_is_found_without_asking_a_chain()
    {
        foreach (var handler in (string[])["SubstrateBlockHandler.cs", "EvmBlockHandler.cs"])
        {
            AssertNamesNone(Engine(handler), ["IChainSource", "IRpcClient", "EvmChain", "SubstrateChain", "await"]);
        }
    }

    [Fact]
    public void The_committer_talks_to_the_database_only() =>
        AssertNamesNone(
            Engine("NetworkCommitter.cs"),
            ["Indexer.JsonRpc", "Indexer.Evm", "Indexer.Substrate", "IChainSource", "BlockExecution", "SnapshotHub"]
        );

    [Fact]
    public void Decoded_blocks_hold_no_handlers() =>
        AssertNamesNone(Engine("DecodedBlock.cs"), ["Handlers", "EvmHandler", "SubstrateHandler", "Task"]);

    [Fact]
    public void The_engine_knows_no_pallet_and_no_contract() =>
        AssertNamesNone(
            "src/Indexer.Ingestion",
            ["PhalaStakePool", "PhalaVault", "PhalaBasePool", "Democracy", "RmrkCore", "pha-vault", "claimer"]
        );

    private static string Engine(string file) =>
        Assert.Single(Repository.Sources("src/Indexer.Ingestion"), path => Path.GetFileName(path) == file);

    private static void AssertNamesNone(string place, string[] names)
    {
        var files = place.EndsWith(".cs", StringComparison.Ordinal) ? [place] : Repository.Sources(place);
        Assert.All(
            files,
            file =>
                Assert.All(names, name => Assert.DoesNotContain(name, File.ReadAllText(file), StringComparison.Ordinal))
        );
    }
}
