using System.Runtime.Versioning;
using Indexer.Storage.Embedded;

namespace Indexer.Storage.Tests.Embedded;

public sealed class DataDirectoryTests
{
    [Theory]
    [InlineData("letter.txt")]
    [InlineData("PG_VERSION")]
    public async Task A_directory_with_foreign_files_is_refused_and_left_alone(string file)
    {
        await using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.Data);
        await File.WriteAllTextAsync(Path.Combine(directory.Data, file), "15");

        var error = await directory.StartFailsAsync();
        Assert.Contains($"{directory.Data} is not empty and was not made by the indexer", error.Message);
        await Assert.ThrowsAsync<EmbeddedPostgresException>(() =>
            EmbeddedPostgres.DeleteAsync(directory.Options, default)
        );
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(directory.Data).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_directory_is_named()
    {
        await using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory.Data, "");
        Assert.Contains(
            $"Cannot create the data directory {directory.Data}",
            (await directory.StartFailsAsync()).Message
        );
    }

    [Fact]
    public async Task A_cluster_of_another_version_is_refused_and_kept()
    {
        await using var directory = await MadeAsync();
        var version = Path.Combine(directory.Data, "cluster", "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n");

        var error = await Assert.ThrowsAsync<PostgresNotFoundException>(async () => await directory.StartAsync());
        Assert.Contains($"The database in {directory.Data} was made by PostgreSQL 9.", error.Message);
        Assert.Contains("apt-get install postgresql-9", error.Message);
        Assert.Equal("9\n", await File.ReadAllTextAsync(version));
    }

    [Fact]
    public async Task A_damaged_cluster_is_named_with_the_reason_and_works_once_repaired()
    {
        await using var directory = await MadeAsync();
        foreach (
            var (file, reason) in new[]
            {
                ("PG_VERSION", "PG_VERSION is missing or unreadable"),
                ("global/pg_control", "could not find the database system"),
                ("postgresql.conf", "could not access the server configuration file"),
            }
        )
        {
            var path = Path.Combine(directory.Data, "cluster", file);
            File.Move(path, path + ".away");
            var error = await directory.StartFailsAsync();
            Assert.Contains(directory.Data, error.Message);
            Assert.Contains(reason, error.Message);
            Assert.DoesNotContain('\n', error.Message);
            File.Move(path + ".away", path);
        }

        await using var repaired = await directory.StartAsync();
        Assert.Equal(1, await Sql.ScalarAsync(repaired.Endpoint, "select 1"));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_works_and_its_socket_is_removed_at_the_end()
    {
        await using var directory = new TemporaryDirectory(new string('x', 150));
        await StartsAndCleansUpAsync(directory);
    }

    [Fact]
    public async Task A_path_with_unusual_characters_works()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not allow these characters.");
        await using var directory = new TemporaryDirectory("it's $HOME, `a` \"b\" \\c é;");
        await StartsAndCleansUpAsync(directory);
    }

    [Theory]
    [InlineData("")]
    [InlineData("line\nbreak")]
    public async Task A_path_that_is_none_is_refused(string path)
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = path };
        var error = await Assert.ThrowsAsync<EmbeddedPostgresException>(() =>
            EmbeddedPostgres.StartAsync(options, progress: null, default)
        );
        Assert.Contains("database.dataDirectory", error.Message);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task As_root_a_directory_that_other_users_cannot_enter_is_named_with_the_way_out()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows(), "Not run by root.");
        await using var directory = new TemporaryDirectory();
        File.SetUnixFileMode(
            directory.Parent,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        var error = await directory.StartFailsAsync();
        Assert.Contains($"cannot enter {directory.Data}", error.Message);
        Assert.Contains("/var/lib", error.Message);
    }

    private static async Task StartsAndCleansUpAsync(TemporaryDirectory directory)
    {
        string host;
        await using (var postgres = await directory.StartAsync())
        {
            host = postgres.Endpoint.Host;
            Assert.Equal(postgres.Endpoint, EmbeddedPostgres.TryFindRunning(directory.Data));
            Assert.Equal(1, await Sql.ScalarAsync(postgres.Endpoint, "select 1"));
        }

        Assert.NotEqual(directory.Data, host);
        Assert.False(Directory.Exists(host));
    }

    private static async Task<TemporaryDirectory> MadeAsync()
    {
        var directory = new TemporaryDirectory();
        await using (await directory.StartAsync()) { }
        return directory;
    }
}
