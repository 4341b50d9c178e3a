namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary>What the program says to wrong usage and wrong configuration.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("--colour", "run", "--colour")]
    [InlineData("'indexe'", "indexe")]
    [InlineData("'indexe'", "indexe", "--verbose")]
    [InlineData("'sideways'", "db", "sideways")]
    [InlineData("command")]
    [InlineData("everything", "run", "--role", "everything")]
    [InlineData("gigantic", "demo", "--size", "gigantic")]
    public Task Wrong_usage_is_named(string named, params string[] arguments) => AssertWrongAsync(named, arguments);

    [Fact]
    public Task A_missing_file_is_named() => AssertWrongAsync("/nowhere.json", "run", "--config", "/nowhere.json");

    [Theory]
    [InlineData("{ \"networks\": ", "JSON")]
    [InlineData("{ \"networks\": { \"phala\": { \"colour\": \"red\" } } }", "colour")]
    [InlineData("{ \"networks\": { \"phala\": { \"genesisHash\": \"0x12\" } } }", "networks.phala.genesisHash")]
    [InlineData("{ \"networks\": { \"new\": { \"kind\": \"evm\" } } }", "networks.new.endpoints")]
    [InlineData(
        "{ \"networks\": { \"new\": { \"kind\": \"snapshot\", \"endpoints\": [\"http://a\"] } } }",
        "networks.new.space is missing"
    )]
    [InlineData(
        "{ \"networks\": { \"snapshot\": { \"endpoints\": [\"ws://a\"] } } }",
        "networks.snapshot.endpoints has 'ws://a'"
    )]
    [InlineData("{ \"networks\": { \"snapshot\": { \"lastBlock\": 1 } } }", "have no meaning for a space")]
    [InlineData("{ \"networks\": { \"snapshot\": { \"apiKey\": \"a b\" } } }", "networks.snapshot.apiKey")]
    [InlineData("{ \"networks\": { \"phala\": { \"space\": \"a.eth\" } } }", "networks.phala.space is for")]
    [InlineData("{ \"api\": { \"colour\": \"red\" } }", "colour")]
    [InlineData("{ \"api\": { \"graphQL\": { \"timeout\": \"soon\" } } }", "Api:GraphQL:Timeout")]
    [InlineData("{ \"api\": { \"graphQL\": { \"maxDepth\": 0 } } }", "api.graphql.maxDepth is 0")]
    [InlineData(
        "{ \"api\": { \"trustedDocuments\": \"/nowhere.json\" } }",
        "api.trustedDocuments: /nowhere.json cannot be read"
    )]
    public async Task Wrong_configuration_is_named(string content, string named)
    {
        await using var directory = new DataDirectory();
        await AssertWrongAsync(named, "run", "--config", await directory.FileAsync(content));
    }

    [Fact]
    public async Task The_printed_schema_is_the_file_of_the_repository()
    {
        await using var directory = new DataDirectory();
        await using var program = IndexerProcess.Start(directory.Path, "schema");
        Assert.Equal(0, await program.ExitCodeAsync());
        Assert.Equal(await File.ReadAllTextAsync(SchemaFile), program.Output);
    }

    private static string SchemaFile =>
        typeof(UsageTests)
            .Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), inherit: false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "SchemaFile")
            .Value!;

    private static async Task AssertWrongAsync(string named, params string[] arguments)
    {
        await using var directory = new DataDirectory();
        await using var program = IndexerProcess.Start(directory.Path, arguments);
        Assert.Equal(2, await program.ExitCodeAsync());
        Assert.Contains(named, Assert.Single(program.Errors), StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory.Path));
    }
}
