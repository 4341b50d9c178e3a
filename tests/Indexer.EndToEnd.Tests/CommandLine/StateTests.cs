namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary><c>indexer state</c>, and the configuration that uses what it writes.</summary>
public sealed class StateTests : IDisposable
{
    private const string Dump = """
        {"timestamp":1682742936272,"basePools":[
        {"pid":"5","cid":10005,"owner":"45BsgW5wSLE38P2AeogXRp67wge9pvP1sdm2ZgSWkLEPTBgX","commission":"0","totalShares":"0","totalValue":"0","freeValue":"0","poolAccountId":"42qrmq1DZQJVhPwfSm4jorBFZTvoLbXYXQqrK6dbvqTBDQaC","vault":{"lastSharePriceCheckpoint":"1000000000000","ownerShares":"0"},"whitelists":[],"withdrawQueue":[]}],
        "workers":[],"sessions":[],"identities":[],"nfts":[]}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("state-command-");

    private string State => Path.Combine(folder.FullName, "state.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_dump_is_converted_checked_and_configured()
    {
        var hash = "0x" + new string('a', 64);
        var dump = Path.Combine(folder.FullName, "dump.json");
        await File.WriteAllTextAsync(dump, Dump, TestContext.Current.CancellationToken);
        string[] options = ["--from", "phala-v2", "--block", "2426198", "--hash", hash, "--network", "mine"];
        var (code, converted, errors) = await RunAsync(["state", "convert", .. options, dump, State]);
        Assert.Equal((0, 2), (code, errors.Count));
        Assert.Contains("basePools: 1", errors);
        Assert.Contains("pools        1 (in each of them", converted, StringComparison.Ordinal);
        Assert.Contains(hash, converted, StringComparison.Ordinal);
        Assert.Contains("\"startBlock\": 2426199", converted, StringComparison.Ordinal);
        Assert.Equal((0, converted), await CheckAsync());

        await AssertWrongAsync(
            "mine",
            "\"startBlock\": 5,",
            "networks.mine.startBlock is 5, but initialState is the state after block 2426198; write 2426199"
        );
        await AssertWrongAsync(
            "yours",
            "",
            "networks.yours.initialState is " + State + ", a state of network mine; write one of yours"
        );
        var text = await File.ReadAllTextAsync(State, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            State,
            text.Replace("\"value\": \"0\"", "\"value\": \"1\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        await AssertWrongAsync(
            "mine",
            "",
            "networks.mine.initialState cannot be used: " + State + ": pools[0], pool 5, is of version 2 and not empty"
        );
        Assert.Equal(1, (await CheckAsync()).Code);
    }

    [Fact]
    public async Task A_dump_that_cannot_be_read_is_named_in_one_line()
    {
        var (code, _, errors) = await RunAsync(["state", "convert", "--from", "khala-v1", folder.FullName, State]);
        Assert.Equal(1, code);
        Assert.Contains("lacks miner_bindings, miner_stakes", Assert.Single(errors), StringComparison.Ordinal);
        Assert.False(File.Exists(State));
    }

    private async Task AssertWrongAsync(string network, string more, string named)
    {
        var file = Path.Combine(folder.FullName, "config.json");
        await File.WriteAllTextAsync(
            file,
            $$"""{ "networks": { "{{network}}": { "kind": "substrate", {{more}} "endpoints": ["http://a"], "initialState": "{{State}}" } } }""",
            TestContext.Current.CancellationToken
        );
        var (code, _, errors) = await RunAsync(["run", "--config", file]);
        Assert.Equal(2, code);
        Assert.Contains(named, Assert.Single(errors), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> CheckAsync()
    {
        var (code, output, _) = await RunAsync(["state", "check", State]);
        return (code, output);
    }

    private async Task<(int Code, string Output, IReadOnlyList<string> Errors)> RunAsync(string[] arguments)
    {
        await using var program = IndexerProcess.Start(Path.Combine(folder.FullName, "data"), arguments);
        var code = await program.ExitCodeAsync();
        return (code, program.Output, program.Errors);
    }
}
