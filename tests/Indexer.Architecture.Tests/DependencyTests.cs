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
        ["src/Indexer.Substrate"] = ["Indexer.Domain", "Indexer.JsonRpc"],
        ["src/Indexer.Evm"] = ["Indexer.Domain", "Indexer.JsonRpc"],
        ["src/Indexer.Snapshot"] = ["Indexer.Domain", "Indexer.JsonRpc"],
        ["src/Indexer.Storage"] = ["Indexer.Domain"],
        ["src/Indexer.Api"] = ["Indexer.Evm", "Indexer.GraphQL", "Indexer.Storage", "Indexer.Substrate"],
        ["src/Indexer.Ingestion"] = ["Indexer.Evm", "Indexer.Snapshot", "Indexer.Storage", "Indexer.Substrate"],
        ["src/Indexer.Handlers"] = ["Indexer.Ingestion"],
        ["migrations/Indexer.Migrations"] = ["Indexer.Storage"],
        ["src/Indexer.Host"] = ["Indexer.Api", "Indexer.Handlers", "Indexer.Migrations", "Indexer.Simulator"],
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
    public void Handlers_never_touch_the_database()
    {
        var handlers = Repository.Sources("src/Indexer.Handlers");
        Assert.DoesNotContain(
            handlers,
            file => File.ReadAllText(file) is var text && (text.Contains("Indexer.Storage") || text.Contains("Npgsql"))
        );
    }
}
