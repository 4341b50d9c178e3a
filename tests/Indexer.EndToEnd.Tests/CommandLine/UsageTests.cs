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
    [InlineData("--port is '70000'; write a number from 0 to 65535", "demo", "--port", "70000")]
    [InlineData("--port is 'x'", "demo", "--port", "x")]
    [InlineData("--port is '-1'", "simulate", "--port", "-1")]
    [InlineData("--seed is '-1'; write a number from 0 to 18446744073709551615", "demo", "--once", "--seed", "-1")]
    [InlineData("--until-head", "run", "--role", "api", "--until-head")]
    [InlineData("--patience is for --until-head", "run", "--patience", "5")]
    [InlineData("--patience is '-1'; write a number from 0 to 86400", "run", "--until-head", "--patience", "-1")]
    [InlineData("exactly one of holder", "export", "stake")]
    [InlineData("exactly one of holder", "export", "stake", "--network", "khala", "--pool", "khala/1")]
    [InlineData("holder is no address", "export", "rewards", "--holder", "somebody")]
    [InlineData("to is '31.12.2024'; write a date", "export", "claims", "--network", "khala", "--to", "31.12.2024")]
    [InlineData(
        "The period is empty",
        "export",
        "votes",
        "--network",
        "khala",
        "--from",
        "2024-02-01",
        "--to",
        "2024-01-01"
    )]
    [InlineData("xls", "export", "stake", "--network", "khala", "--format", "xls")]
    [InlineData("cannot be read", "export", "stake", "--network", "khala", "--prices", "/nowhere.csv")]
    [InlineData("there are rewards, stake", "export", "gains")]
    [InlineData("--from", "state", "convert", "a", "b")]
    [InlineData("khala-v1", "state", "convert", "--from", "khala", "a", "b")]
    [InlineData("--block is missing", "state", "convert", "--from", "phala-v2", "a", "b")]
    [InlineData(
        "--block and --hash are not for khala-v1",
        "state",
        "convert",
        "--from",
        "khala-v1",
        "--block",
        "1",
        "a",
        "b"
    )]
    [InlineData(
        "--hash is '0x12'; write 0x",
        "state",
        "convert",
        "--from",
        "phala-v2",
        "--block",
        "1",
        "--hash",
        "0x12",
        "a",
        "b"
    )]
    [InlineData("there are convert, check", "state", "invent")]
    public Task Wrong_usage_is_named(string named, params string[] arguments) => AssertWrongAsync(named, arguments);

    [Fact]
    public Task A_missing_file_is_named() => AssertWrongAsync("/nowhere.json", "run", "--config", "/nowhere.json");

    [Theory]
    [InlineData("{ \"networks\": ", "is not valid JSON: see line 1, column")]
    [InlineData("{ \"networks\": { \"phala\": { \"colour\": \"red\" } } }", "colour")]
    [InlineData("{ \"networks\": { \"phala\": { \"genesisHash\": \"0x12\" } } }", "networks.phala.genesisHash")]
    [InlineData("{ \"networks\": { \"new\": { \"kind\": \"evm\" } } }", "networks.new.endpoints")]
    [InlineData(
        "{ \"networks\": { \"new\": { \"kind\": \"snapshot\", \"endpoints\": [\"http://a\"] } } }",
        "networks.new.space is missing"
    )]
    [InlineData(
        "{ \"networks\": { \"snapshot\": { \"endpoints\": [\"ws://a\"] } } }",
        "networks.snapshot.endpoints[0] is no"
    )]
    [InlineData("{ \"networks\": { \"snapshot\": { \"lastBlock\": 1 } } }", "have no meaning for a space")]
    [InlineData(
        "{ \"networks\": { \"khala\": { \"initialState\": \"/nowhere.json\" } } }",
        "networks.khala.initialState cannot be used: /nowhere.json does not exist"
    )]
    [InlineData(
        "{ \"networks\": { \"ethereum\": { \"initialState\": \"a.json\" } } }",
        "networks.ethereum.initialState is for networks of kind substrate only"
    )]
    [InlineData("{ \"networks\": { \"snapshot\": { \"apiKey\": \"a b\" } } }", "networks.snapshot.apiKey")]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"labels\": [{ \"address\": \"0x12\", \"name\": \"a\", \"kind\": \"exchange\" }] } } }",
        "networks.phala-l2.labels[0].address is '0x12', which is no EVM address"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"labels\": [{ \"kind\": \"shop\" }] } } }",
        "networks.phala-l2.labels.0.kind is 'shop'; write bridge or claimer"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"labels\": [{ \"name\": \" \" }] } } }",
        "networks.phala-l2.labels[0].name is missing"
    )]
    [InlineData(
        "{ \"networks\": { \"phala\": { \"labels\": [{ \"address\": \"5GrwvaEF\", \"name\": \"a\", \"kind\": \"pool\" }] } } }",
        "networks.phala.labels[0].address is '5GrwvaEF': "
    )]
    [InlineData(
        "{ \"networks\": { \"phala\": { \"l1\": \"ethereum\" } } }",
        "networks.phala.l1 is for networks of kind evm"
    )]
    [InlineData("{ \"networks\": { \"phala\": { \"space\": \"a.eth\" } } }", "networks.phala.space is for")]
    [InlineData("{ \"api\": { \"colour\": \"red\" } }", "api.colour is no known key; Known here: compression")]
    [InlineData("{ \"http\": { \"url\": \"http://a\" } }", "http.url is no known key; did you mean urls?")]
    [InlineData(
        "{ \"networks\": { \"phala\": { \"kind\": \"polkadot\" } } }",
        "networks.phala.kind is 'polkadot'; write substrate or evm"
    )]
    [InlineData(
        "{ \"networks\": { \"phala\": { \"startBlock\": \"first\" } } }",
        "networks.phala.startBlock is 'first'; write a whole number"
    )]
    [InlineData("{ \"networks\": { \"phala\": \"yes\" } }", "networks.phala is 'yes' where an object belongs")]
    [InlineData("{ \"http\": { \"urls\": \"http://127.0.0.1:70000\" } }", "http.urls has 'http://127.0.0.1:70000'")]
    [InlineData("{ \"http\": { \"urls\": \"https://127.0.0.1:1\" } }", "reverse proxy")]
    [InlineData("{ \"http\": { \"operatorKey\": \"short\" } }", "http.operatorKey")]
    [InlineData("{ \"telemetry\": { \"otlpEndpoint\": \"collector\" } }", "telemetry.otlpEndpoint")]
    [InlineData(
        "{ \"api\": { \"graphQL\": { \"timeout\": \"soon\" } } }",
        "api.graphQL.timeout is 'soon'; write a time"
    )]
    [InlineData("{ \"api\": { \"graphQL\": { \"maxDepth\": 0 } } }", "api.graphql.maxDepth is 0")]
    [InlineData(
        "{ \"api\": { \"trustedDocuments\": \"/nowhere.json\" } }",
        "api.trustedDocuments: /nowhere.json cannot be read"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\" }] } } }",
        "networks.phala-l2.contracts[0].stakes is missing; write pha or vpha"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"eth\" }] } } }",
        "networks.phala-l2.contracts.0.stakes is 'eth'; write pha or vpha"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"pha\" }] } } }",
        "networks.phala-l2.contracts[0].events has none that means stake"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"pha\", \"events\": [{ \"event\": \"Put(\", \"means\": \"stake\" }] }] } } }",
        "networks.phala-l2.contracts[0].events[0].event is no declaration of an event"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"pha\", \"events\": [{ \"event\": \"Put(address indexed who, uint256 amount)\" }] }] } } }",
        "networks.phala-l2.contracts[0].events[0].means is missing; write stake, unstake"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"pha\", \"events\": [{ \"event\": \"Put(address indexed who, uint256 amount)\", \"means\": \"gift\" }] }] } } }",
        "networks.phala-l2.contracts.0.events.0.means is 'gift'; write stake or unstake"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"pha\", \"events\": [{ \"event\": \"Put(address indexed who, uint256 amount)\", \"means\": \"stake\", \"account\": \"amount\", \"amount\": \"amount\" }] }] } } }",
        "networks.phala-l2.contracts[0].events[0].account is 'amount', a uint256; write an address of the event, or tx.from (who)"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"pha\", \"events\": [{ \"event\": \"Put(address indexed who, uint256 amount)\", \"means\": \"stake\", \"account\": \"who\", \"amount\": \"weight\" }] }] } } }",
        "networks.phala-l2.contracts[0].events[0].amount is 'weight', which Put(address,uint256) does not have"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"pha\", \"events\": [{ \"event\": \"Put(address indexed who, uint256 amount)\", \"means\": \"stake\", \"account\": \"tx.from\" }] }] } } }",
        "networks.phala-l2.contracts[0].events[0].amount is missing; write an unsigned integer of the event (amount)"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"pha\", \"events\": [{ \"event\": \"Put(address indexed who, uint256 amount)\", \"means\": \"nothing\", \"account\": \"who\" }] }] } } }",
        "networks.phala-l2.contracts[0].events[0].account has no use: the event means nothing"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"pha\", \"events\": [{ \"event\": \"Put(address indexed who, uint256 amount)\", \"means\": \"stake\", \"account\": \"who\", \"amount\": \"amount\" }, { \"event\": \"Put(address indexed who, uint256 amount)\", \"means\": \"stake\", \"account\": \"who\", \"amount\": \"amount\" }] }] } } }",
        "networks.phala-l2.contracts[0].events[1].event is declared a second time"
    )]
    [InlineData(
        "{ \"networks\": { \"ethereum\": { \"contracts\": [{ \"stakes\": \"pha\" }] } } }",
        "networks.ethereum.contracts[0] has stakes, pays or events, which pha-vault has no use for"
    )]
    [InlineData(
        "{ \"networks\": { \"phala-l2\": { \"contracts\": [{ \"role\": \"declared\", \"address\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", \"stakes\": \"vpha\", \"events\": [{ \"event\": \"Put(address indexed who, uint256 amount)\", \"means\": \"stake\", \"account\": \"who\", \"amount\": \"amount\" }] }] } } }",
        "networks.phala-l2.contracts[0] stakes or pays vpha, which no contract of its network is"
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
