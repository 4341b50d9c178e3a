using System.Text.Json;
using Indexer.EndToEnd.Tests.Exporting;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Exports;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary>The command <c>export</c> as a program of its own.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task A_statement_goes_into_a_file_and_a_list_to_standard_output()
    {
        var index = await IndexedWorlds.OfAsync(1);
        var holder = index.World.Holders.First(one => one.Receivers.Count > 0).Receivers[0].Hex;
        await using var directory = new DataDirectory();
        var config = await ConfigAsync(index, directory);
        var file = Path.GetTempFileName();
        try
        {
            await using var statement = IndexerProcess.Start(
                directory.Path,
                ["export", "stake", "--holder", holder, "--output", file, "--config", config]
            );
            Assert.Equal(0, await statement.ExitCodeAsync());
            Assert.Empty(statement.Errors);
            Assert.Equal(
                (await Exported.OfHolderAsync(index, ExportKind.Stake, holder)).Text,
                await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
            );
        }
        finally
        {
            File.Delete(file);
        }

        await using var claims = IndexerProcess.Start(
            directory.Path,
            ["export", "claims", "--network", "khala", "--config", config]
        );
        Assert.Equal(0, await claims.ExitCodeAsync());
        var written = new WrittenExport(null, null, "khala", null, null, Unfinalized: false);
        Assert.Equal(
            (await Exported.OfAsync(index, ExportKind.Claims, written)).Text.ReplaceLineEndings("\n"),
            claims.Output
        );
    }

    [Fact]
    public async Task A_period_that_is_not_final_is_wrong_usage()
    {
        var index = await IndexedWorlds.OfAsync(1);
        await using var directory = new DataDirectory();
        await using var program = IndexerProcess.Start(
            directory.Path,
            [
                "export",
                "votes",
                "--network",
                "ethereum",
                "--to",
                "2090-01-01",
                "--config",
                await ConfigAsync(index, directory),
            ]
        );
        Assert.Equal(2, await program.ExitCodeAsync());
        Assert.Contains(
            "is beyond what is final: ethereum up to",
            Assert.Single(program.Errors),
            StringComparison.Ordinal
        );
    }

    private static Task<string> ConfigAsync(SimulatedIndex index, DataDirectory directory) =>
        directory.FileAsync(
            JsonSerializer.Serialize(
                new { database = new { connectionString = index.Opened.ConnectionString.Reveal() } }
            )
        );
}
