using Indexer.Storage.Embedded;

namespace Indexer.Storage.Tests.Embedded;

public sealed class PostgresLocatorTests
{
    [Fact]
    public async Task Path_comes_before_the_usual_places_and_those_by_descending_version()
    {
        await using var directory = new TemporaryDirectory();
        var onPath = FakePostgres.Create(Path.Combine(directory.Parent, "path"), "16.1 (Distribution 16.1-2)");
        var nine = FakePostgres.Create(Path.Combine(directory.Parent, "9", "bin"), "9.6.24");
        var ten = FakePostgres.Create(Path.Combine(directory.Parent, "17", "bin"), "17beta3");
        var hundred = FakePostgres.Create(Path.Combine(directory.Parent, "100", "bin"), "100.0");
        string[] patterns = [Path.Combine(directory.Parent, "*", "bin")];

        var both = Locator(directory, [Path.Combine(directory.Parent, "absent"), onPath], patterns);
        Assert.Equal(new PostgresInstallation(onPath, "16.1", 16), await both.FindAsync(null, null, default));
        Assert.Equal(new PostgresInstallation(ten, "17beta3", 17), await both.FindAsync(17, null, default));
        Assert.Equal(new PostgresInstallation(nine, "9.6.24", 9), await both.FindAsync(9, null, default));
        var usual = Locator(directory, [], patterns);
        Assert.Equal(new PostgresInstallation(hundred, "100.0", 100), await usual.FindAsync(null, null, default));
    }

    [Fact]
    public async Task Nothing_found_says_what_was_looked_for_and_the_commands_that_would_fix_it()
    {
        await using var directory = new TemporaryDirectory();
        var locator = Locator(directory, [directory.Parent], ["/nowhere/*/bin"]);
        var error = await Assert.ThrowsAsync<PostgresNotFoundException>(() => locator.FindAsync(null, null, default));
        Assert.Contains("PostgreSQL 15 or newer", error.Message);
        Assert.Contains("the 1 directories of PATH, /nowhere/*/bin", error.Message);
        Assert.Contains("npm is not on PATH", error.Message);
        Assert.Contains("`apt-get install postgresql`", error.Message);
        Assert.Contains($"`npm pack @scope/postgres@1.2.3 --pack-destination {directory.Data}`", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Versions_that_do_not_fit_and_programs_that_do_not_run_are_listed()
    {
        await using var directory = new TemporaryDirectory();
        var old = FakePostgres.Create(Path.Combine(directory.Parent, "old"), "14.9");
        var broken = FakePostgres.Create(Path.Combine(directory.Parent, "broken"), "16.0");
        FakePostgres.Script(Path.Combine(broken, "postgres"), "echo 'libicu.so.60 not found' >&2; exit 127");

        var locator = Locator(directory, [old, broken], []);
        var error = await Assert.ThrowsAsync<PostgresNotFoundException>(() => locator.FindAsync(null, null, default));
        Assert.Contains($"{old} has version 14.9", error.Message);
        Assert.Contains("postgres does not run: libicu.so.60 not found", error.Message);
    }

    private static PostgresLocator Locator(TemporaryDirectory directory, string[] path, string[] patterns) =>
        new(
            new PostgresSearchPaths(path, patterns),
            new NpmPostgres(new NpmPackage("@scope/postgres", "1.2.3", ""), directory.Data, npm: "no-such-npm")
        );
}
