using System.Net;
using System.Net.Sockets;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary><c>indexer run</c> against endpoints and ports that do not serve it.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task A_wrong_genesis_hash_fails_the_run_and_is_named()
    {
        await using var server = await SimulatorServer.StartAsync(World.Create(41, WorldSize.Small));
        await AssertFailsAsync(
            $$"""
            { "networks": { "khala": { "kind": "substrate", "genesisHash": "0x{{new string('1', 64)}}",
              "endpoints": ["{{server.Http("khala")}}"] } } }
            """,
            1,
            "genesis",
            "run",
            "--until-head"
        );
    }

    [Fact]
    public Task An_unreachable_endpoint_fails_the_run_and_is_named()
    {
        var nobody = $"http://127.0.0.1:{Ports.Free()}";
        return AssertFailsAsync(
            $$"""{ "networks": { "test": { "kind": "substrate", "endpoints": ["{{nobody}}"] } } }""",
            1,
            nobody[7..],
            "run",
            "--until-head",
            "--patience",
            "0"
        );
    }

    [Fact]
    public async Task A_node_that_comes_up_later_is_waited_for()
    {
        var (world, port) = (World.Create(44, WorldSize.Small), Ports.Free());
        await using var directory = new DataDirectory();
        var file = await directory.FileAsync(
            $$"""
            { "networks": { "test": { "kind": "substrate", "lastBlock": {{world.Khala.LastBlock}}, "pollMilliseconds": 100,
              "endpoints": ["http://127.0.0.1:{{port}}/khala"] } } }
            """
        );
        await using var program = IndexerProcess.Start(
            directory.Path,
            "run",
            "--until-head",
            "--role",
            "ingest",
            "--config",
            file
        );
        await program.LineAsync(line => line.Contains("waits", StringComparison.Ordinal));
        await using var server = await SimulatorServer.StartAsync(world, port);
        Assert.Equal(0, await program.ExitCodeAsync());
    }

    [Fact]
    public async Task An_occupied_port_fails_the_run_and_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString();
        await AssertFailsAsync(
            $$"""{ "http": { "urls": "http://127.0.0.1:{{port}}" } }""",
            2,
            $"http.urls: port {port}",
            "run",
            "--role",
            "api"
        );
    }

    [Fact]
    public async Task An_occupied_port_is_told_before_anything_is_created()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString();
        foreach (var command in new[] { "demo", "simulate" })
        {
            await using var directory = new DataDirectory();
            await using var program = IndexerProcess.Start(directory.Path, command, "--port", port);
            Assert.Equal(2, await program.ExitCodeAsync());
            Assert.Contains($"--port: port {port}", Assert.Single(program.Errors), StringComparison.Ordinal);
            Assert.False(Directory.Exists(directory.Path));
        }
    }

    private static async Task AssertFailsAsync(
        string configuration,
        int exitCode,
        string named,
        params string[] arguments
    )
    {
        await using var directory = new DataDirectory();
        var file = await directory.FileAsync(configuration);
        await using var program = IndexerProcess.Start(directory.Path, [.. arguments, "--config", file]);
        Assert.Equal(exitCode, await program.ExitCodeAsync());
        Assert.Contains(
            named,
            Assert.Single(program.Errors, line => line.StartsWith("indexer: ", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }
}
