using System.Text.Json;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary>The command <c>doctor</c> as a program of its own, before simulated nodes.</summary>
public sealed class DoctorTests
{
    private const string Vault = """
        "contracts": [{ "role": "pha-vault", "address": "0x21d6ec8fc14caacc55afa23cba66798dab3a0ec0" }]
        """;

    [Fact]
    public async Task What_works_is_said_and_nothing_is_created()
    {
        var world = World.Create(61, WorldSize.Small);
        await using var server = await SimulatorServer.StartAsync(world);
        await using var directory = new DataDirectory();
        var (code, findings) = await ExamineAsync(
            directory,
            $$"""
            { "networks": {
              "first": { "kind": "substrate", "lastBlock": {{world.Khala.LastBlock}}, "endpoints": ["{{server.Http(
                "khala"
            )}}"] },
              "second": { "kind": "evm", "lastBlock": 100, "startBlock": 5, "endpoints": ["{{server.Http(
                "ethereum"
            )}}"],
                {{Vault}} } } }
            """
        );
        Assert.True(code == 0, string.Join('\n', findings));
        Assert.Contains(findings, line => line.Contains("the right chain, head ", StringComparison.Ordinal));
        Assert.Contains(findings, line => line.Contains("has the events of block 0", StringComparison.Ordinal));
        Assert.Contains(findings, line => line.Contains("knows what is finalized", StringComparison.Ordinal));
        Assert.Contains(findings, line => line.Contains("has the state of block 5", StringComparison.Ordinal));
        Assert.Contains(
            findings,
            line => line.Contains("gives the logs of 10,000 blocks at once", StringComparison.Ordinal)
        );
        Assert.Contains(
            findings,
            line => line.Contains("there is none yet; the first run creates", StringComparison.Ordinal)
        );
        Assert.Contains(findings, line => line.Contains(" GiB are free", StringComparison.Ordinal));
        Assert.False(
            Directory.Exists(directory.Path) && Directory.EnumerateDirectories(directory.Path, "cluster").Any()
        );
    }

    [Fact]
    public async Task What_is_wrong_comes_with_what_to_do_about_it()
    {
        await using var server = await SimulatorServer.StartAsync(World.Create(62, WorldSize.Small));
        await using var directory = new DataDirectory();
        var nobody = Ports.Free();
        var (code, findings) = await ExamineAsync(
            directory,
            $$"""
            { "database": { "connectionString": "Host=127.0.0.1;Port={{nobody}};Username=nobody;Database=none" },
              "networks": {
                "wrong": { "kind": "evm", "chainId": 77, {{Vault}}, "endpoints": ["{{server.Http("ethereum")}}"] },
                "away": { "kind": "substrate", "endpoints": ["http://127.0.0.1:{{nobody}}"] },
                "other": { "kind": "substrate", "genesisHash": "0x{{new string(
                '1',
                64
            )}}", "endpoints": ["{{server.Http("khala")}}"] } } }
            """
        );
        Assert.Equal(1, code);
        Assert.Contains(
            findings,
            line =>
                line.StartsWith("NO wrong ", StringComparison.Ordinal)
                && line.Contains("configured is chainId 77 -> correct the address or chainId", StringComparison.Ordinal)
        );
        Assert.Contains(
            findings,
            line =>
                line.StartsWith("NO away ", StringComparison.Ordinal)
                && line.Contains("is the node up", StringComparison.Ordinal)
        );
        Assert.Contains(
            findings,
            line =>
                line.StartsWith("NO other ", StringComparison.Ordinal)
                && line.Contains("serves the chain with genesis", StringComparison.Ordinal)
        );
        Assert.Contains(
            findings,
            line =>
                line.StartsWith("NO database ", StringComparison.Ordinal)
                && line.Contains("database.connectionString", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task For_people_it_is_a_table()
    {
        await using var directory = new DataDirectory();
        var config = await directory.FileAsync(
            $$"""{ "networks": { "away": { "kind": "evm", {{Vault}}, "endpoints": ["http://127.0.0.1:{{Ports.Free()}}"] } } }"""
        );
        await using var program = IndexerProcess.Start(directory.Path, ["doctor", "--config", config]);
        Assert.Equal(1, await program.ExitCodeAsync());
        Assert.Contains("| NO | away ", program.Output, StringComparison.Ordinal);
        Assert.Contains("is the address right, is the node up", program.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, List<string> Findings)> ExamineAsync(DataDirectory directory, string json)
    {
        var config = await directory.FileAsync(json);
        await using var program = IndexerProcess.Start(directory.Path, ["doctor", "--json", "--config", config]);
        var code = await program.ExitCodeAsync();
        return (
            code,
            [
                .. JsonElement
                    .Parse(program.Output)
                    .EnumerateArray()
                    .Select(finding =>
                        $"{(finding.GetProperty("isGood").GetBoolean() ? "ok" : "NO")} {finding.GetProperty("subject")} {finding.GetProperty("text")} -> {finding.GetProperty("remedy")}"
                    ),
            ]
        );
    }
}
