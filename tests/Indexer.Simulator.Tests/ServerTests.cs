using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Indexer.Simulator.Tests;

public sealed class ServerTests
{
    private const string Events = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";
    private const string TransferTopic = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    [Fact]
    public async Task A_substrate_node_serves_blocks_that_hang_together_with_their_events()
    {
        var chain = Worlds.Small(1).Phala;
        await using var server = await SimulatorServer.StartAsync(Worlds.Small(1));
        var hashes = (
            await server.ResultAsync("phala", "chain_getBlockHash", new JsonArray(75, 76, 100_000))
        )!.AsArray();
        Assert.Equal(chain.HashAt(75), hashes[0]!.GetValue<string>());
        Assert.Null(hashes[2]);
        var header = await server.ResultAsync("phala", "chain_getHeader", hashes[1]!.DeepClone());
        Assert.Equal(chain.HashAt(75), header!["parentHash"]!.GetValue<string>());
        var events = await server.ResultAsync("phala", "state_getStorage", Events, hashes[1]!.DeepClone());
        Assert.Equal("0x" + Convert.ToHexStringLower(chain.EventsAt(76).Span), events!.GetValue<string>());
        Assert.Null(await server.ResultAsync("phala", "state_getStorage", Events, chain.HashAt(0)));
    }

    [Fact]
    public async Task The_state_of_the_upgrade_block_has_the_new_runtime_and_its_events_the_old_layout()
    {
        var chain = Worlds.Small(1).Phala;
        var upgrade = chain.UpgradeBlock!.Value;
        await using var server = await SimulatorServer.StartAsync(Worlds.Small(1));
        Assert.Equal(1250, await SpecAsync(server, chain.HashAt(upgrade - 1)));
        Assert.Equal(1254, await SpecAsync(server, chain.HashAt(upgrade)));
        Assert.Equal(1250u, chain.SpecVersionAt(upgrade));
        Assert.Equal(1254u, chain.SpecVersionAt(upgrade + 1));
        var old = await server.ResultAsync("phala", "state_getMetadata", chain.HashAt(upgrade - 1));
        var now = await server.ResultAsync("phala", "state_getMetadata", chain.HashAt(upgrade));
        Assert.StartsWith("0x6d6574610e", old!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEqual(old.GetValue<string>(), now!.GetValue<string>());
    }

    [Fact]
    public async Task Logs_are_filtered_by_address_and_topics_and_limited_as_providers_do()
    {
        var world = World.Create(3, WorldSize.Small);
        await using var server = await SimulatorServer.StartAsync(world);
        var filter = new JsonObject
        {
            ["fromBlock"] = "0x0",
            ["toBlock"] = "latest",
            ["address"] = new JsonArray(SimulatedEthereum.Vault.Hex),
            ["topics"] = new JsonArray(new JsonArray(TransferTopic)),
        };
        var logs = (await server.ResultAsync("ethereum", "eth_getLogs", filter.DeepClone()))!.AsArray();
        Assert.Equal(world.Ethereum.Books.LogCounts["pha-vault.Transfer"], logs.Count);
        Assert.All(logs, log => Assert.Equal(SimulatedEthereum.Vault.Hex, log!["address"]!.GetValue<string>()));
        world.Ethereum.Faults.MaxLogRange = 100;
        var error = (await server.AskAsync("ethereum", "eth_getLogs", filter.DeepClone()))["error"];
        Assert.Contains("limited to a 100", error!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        world.Ethereum.Faults.MaxLogRange = 0;
        world.Ethereum.Faults.MaxLogResults = 10;
        Assert.Equal(
            -32005,
            (await server.AskAsync("ethereum", "eth_getLogs", filter))["error"]!["code"]!.GetValue<int>()
        );
    }

    [Fact]
    public async Task The_transfers_of_the_logs_add_up_to_the_supply_that_the_contract_tells()
    {
        await using var server = await SimulatorServer.StartAsync(Worlds.Small(2));
        var filter = new JsonObject
        {
            ["fromBlock"] = "0x0",
            ["toBlock"] = "latest",
            ["address"] = SimulatedEthereum.Vault.Hex,
            ["topics"] = new JsonArray(TransferTopic),
        };
        var zero = "0x" + new string('0', 64);
        var supply = System.Numerics.BigInteger.Zero;
        foreach (var log in (await server.ResultAsync("ethereum", "eth_getLogs", filter))!.AsArray())
        {
            var value = System.Numerics.BigInteger.Parse(
                "0" + log!["data"]!.GetValue<string>()[2..],
                System.Globalization.NumberStyles.HexNumber
            );
            supply += log["topics"]![1]!.GetValue<string>() == zero ? value : 0;
            supply -= log["topics"]![2]!.GetValue<string>() == zero ? value : 0;
        }
        var call = new JsonObject { ["to"] = SimulatedEthereum.Vault.Hex, ["data"] = "0x18160ddd" };
        var told = await server.ResultAsync("ethereum", "eth_call", call, "latest");
        Assert.Equal(
            supply,
            System.Numerics.BigInteger.Parse(
                "0" + told!.GetValue<string>()[2..],
                System.Globalization.NumberStyles.HexNumber
            )
        );
    }

    [Fact]
    public async Task Tags_follow_the_head_and_the_finalized_lag()
    {
        var world = World.Create(3, WorldSize.Small);
        world.Ethereum.Head = 200;
        await using var server = await SimulatorServer.StartAsync(world);
        Assert.Equal("0xc8", await NumberAsync(server, "latest"));
        Assert.Equal("0xa8", await NumberAsync(server, "finalized"));
        Assert.Equal("0xb8", await NumberAsync(server, "safe"));
        Assert.Equal("0x0", await NumberAsync(server, "earliest"));
        Assert.Null(await server.ResultAsync("ethereum", "eth_getBlockByNumber", "0xc9", false));
        world.Ethereum.Faults.NoFinalityTags = true;
        Assert.NotNull((await server.AskAsync("ethereum", "eth_getBlockByNumber", "finalized", false))["error"]);
    }

    [Fact]
    public async Task Batches_and_errors_follow_JSON_RPC()
    {
        await using var server = await SimulatorServer.StartAsync(Worlds.Small(1));
        var batch = await server.PostAsync(
            "khala",
            """[{"jsonrpc":"2.0","id":7,"method":"system_chain"},{"jsonrpc":"2.0","id":"x","method":"nothing"},5]"""
        );
        Assert.Equal("Khala", batch![0]!["result"]!.GetValue<string>());
        Assert.Equal(7, batch[0]!["id"]!.GetValue<int>());
        Assert.Equal(-32601, batch[1]!["error"]!["code"]!.GetValue<int>());
        Assert.Equal(-32600, batch[2]!["error"]!["code"]!.GetValue<int>());
        Assert.Equal(-32700, (await server.PostAsync("khala", "{"))!["error"]!["code"]!.GetValue<int>());
        Assert.Equal(
            -32602,
            (await server.AskAsync("ethereum", "eth_getBlockByNumber", "0xzz", false))["error"]![
                "code"
            ]!.GetValue<int>()
        );
    }

    [Fact]
    public async Task Faults_are_told_to_the_caller_and_can_be_turned_off()
    {
        var world = World.Create(3, WorldSize.Small);
        await using var server = await SimulatorServer.StartAsync(world);
        var genesis = await server.ResultAsync("khala", "chain_getBlockHash", 0);
        await server.ResultAsync(
            "khala",
            "sim_setFaults",
            new JsonObject { ["wrongGenesis"] = true, ["truncatedBlock"] = 9 }
        );
        Assert.NotEqual(
            genesis!.GetValue<string>(),
            (await server.ResultAsync("khala", "chain_getBlockHash", 0))!.GetValue<string>()
        );
        var cut = await server.ResultAsync("khala", "state_getStorage", Events, world.Khala.HashAt(9));
        Assert.Equal(world.Khala.EventsAt(9).Length - 7, (cut!.GetValue<string>().Length / 2) - 1);
        world.Ethereum.Faults.WrongChainId = true;
        Assert.NotEqual("0x1", (await server.ResultAsync("ethereum", "eth_chainId"))!.GetValue<string>());
        world.Ethereum.Faults.ErrorEvery = 1;
        Assert.Equal(-32005, (await server.AskAsync("ethereum", "eth_chainId"))["error"]!["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_subscriber_sees_new_heads_and_the_blocks_of_a_reorganisation()
    {
        var world = World.Create(3, WorldSize.Small);
        world.Khala.Head = 100;
        world.Khala.FinalizedLag = 10;
        await using var server = await SimulatorServer.StartAsync(world);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(server.WebSocket("khala"), stop.Token);
        var request = Encoding.UTF8.GetBytes(
            """{"jsonrpc":"2.0","id":1,"method":"chain_subscribeNewHeads","params":[]}"""
        );
        await socket.SendAsync(request, WebSocketMessageType.Text, true, stop.Token);
        var id = (await socket.ReadAsync(stop.Token))["result"]!.GetValue<string>();
        Assert.Equal("0x64", await HeadAsync(socket, id, stop.Token));
        await server.ResultAsync("khala", "sim_advance", 1);
        Assert.Equal("0x65", await HeadAsync(socket, id, stop.Token));
        var replaced = world.Khala.HashAt(101);
        await server.ResultAsync("khala", "sim_reorg", 2);
        Assert.Equal("0x64", await HeadAsync(socket, id, stop.Token));
        Assert.Equal("0x65", await HeadAsync(socket, id, stop.Token));
        Assert.NotEqual(replaced, world.Khala.HashAt(101));
        var old = await server.ResultAsync("khala", "chain_getHeader", replaced);
        Assert.Equal("0x65", old!["number"]!.GetValue<string>());
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, stop.Token);
    }

    [Fact]
    public async Task A_used_port_is_refused()
    {
        await using var server = await SimulatorServer.StartAsync(Worlds.Small(1));
        await Assert.ThrowsAsync<IOException>(() => SimulatorServer.StartAsync(Worlds.Small(1), server.Port));
    }

    [Fact]
    public async Task Receipts_hold_the_logs_of_their_transaction_and_the_bloom_covers_them()
    {
        var chain = Worlds.Small(1).Ethereum;
        await using var server = await SimulatorServer.StartAsync(Worlds.Small(1));
        var claim = chain.Books.Claims[0];
        var receipt = await server.ResultAsync("ethereum", "eth_getTransactionReceipt", claim.TransactionHash);
        Assert.Equal(chain.HashAt(claim.Height), receipt!["blockHash"]!.GetValue<string>());
        Assert.Contains(
            receipt["logs"]!.AsArray(),
            log => log!["logIndex"]!.GetValue<string>() == "0x" + claim.LogIndex.ToString("x")
        );
        var block = await server.ResultAsync("ethereum", "eth_getBlockByHash", chain.HashAt(claim.Height), true);
        var whole = Convert.FromHexString(block!["logsBloom"]!.GetValue<string>()[2..]);
        var part = Convert.FromHexString(receipt["logsBloom"]!.GetValue<string>()[2..]);
        Assert.Contains(part, value => value != 0);
        Assert.All(whole.Zip(part), pair => Assert.Equal(pair.Second, pair.First & pair.Second));
    }

    private static async Task<int> SpecAsync(SimulatorServer server, string hash) =>
        (await server.ResultAsync("phala", "state_getRuntimeVersion", hash))!["specVersion"]!.GetValue<int>();

    private static async Task<string?> NumberAsync(SimulatorServer server, string tag) =>
        (await server.ResultAsync("ethereum", "eth_getBlockByNumber", tag, false))!["number"]!.GetValue<string>();

    private static async Task<string> HeadAsync(ClientWebSocket socket, string id, CancellationToken cancellation)
    {
        var message = await socket.ReadAsync(cancellation);
        Assert.Equal("chain_newHead", message["method"]!.GetValue<string>());
        Assert.Equal(id, message["params"]!["subscription"]!.GetValue<string>());
        return message["params"]!["result"]!["number"]!.GetValue<string>();
    }
}
