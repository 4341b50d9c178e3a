using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.Addresses;
using Indexer.JsonRpc;

namespace Indexer.Evm.Tests;

/// <summary>A small EVM chain behind the client interface, whose answers a test can bend.</summary>
internal sealed class FakeChain : IRpcClient
{
    public const string Contract = "0x21d6ec8fc14caacc55afa23cba66798dab3a0ec0";
    public static readonly string Topic = "0x" + Convert.ToHexStringLower(Keccak256.Hash("Event()"));
    private readonly List<string> salts = [];
    private readonly Dictionary<long, int> logs = [];

    public FakeChain(int blocks) => salts.AddRange(Enumerable.Repeat("", blocks));

    public long Head => salts.Count - 1;

    /// <summary>Calls made so far.</summary>
    public List<RpcRequest> Asked { get; } = [];

    /// <summary>Changes an answer: gets the call, how often that method was called, and the right answer. May throw an error.</summary>
    public Func<RpcRequest, int, JsonNode?, JsonNode?> Bend { get; set; } = (_, _, answer) => answer;

    public void AddLogs(long block, int count) => logs[block] = count;

    /// <summary>Adds blocks.</summary>
    public void Grow(int blocks) => salts.AddRange(Enumerable.Repeat("", blocks));

    /// <summary>Replaces the newest blocks by others.</summary>
    public void Reorg(int depth)
    {
        for (var i = salts.Count - depth; i < salts.Count; i++)
        {
            salts[i] += "'";
        }
    }

    public string HashOf(long block) =>
        block < 0 ? "0x" + new string('0', 64) : Hash($"block {block}{salts[(int)block]}");

    public async Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    ) => (await BatchAsync([new RpcRequest(method, parameters)], cancellationToken))[0].Require();

    public Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<IReadOnlyList<RpcResult>>([.. requests.Select(Answer)]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private RpcResult Answer(RpcRequest request)
    {
        Asked.Add(request);
        try
        {
            var answer = Bend(request, Asked.Count(asked => asked.Method == request.Method), Right(request));
            return new RpcResult(JsonDocument.Parse(answer?.ToJsonString() ?? "null").RootElement, null);
        }
        catch (RpcErrorException error)
        {
            return new RpcResult(default, error);
        }
    }

    private JsonNode? Right(RpcRequest request) =>
        request.Method switch
        {
            "eth_chainId" => "0x7f3",
            "eth_getBlockByNumber" => Block((string)request.Parameters[0]!),
            "eth_getLogs" => Logs((Dictionary<string, object>)request.Parameters[0]!),
            "eth_getTransactionByHash" => new JsonObject
            {
                ["from"] = "0x" + ((string)request.Parameters[0]!)[^40..],
                ["to"] = ((string)request.Parameters[0]!)[..42],
                ["input"] = "0xcea40a51",
            },
            "eth_getCode" => "0x",
            "eth_call" => "0x" + "2a".PadLeft(64, '0'),
            _ => throw new RpcErrorException(request.Method, "fake", -32601, "no such method"),
        };

    private JsonObject? Block(string which)
    {
        var number = which switch
        {
            "latest" => Head,
            "finalized" => Math.Max(0, Head - 8),
            _ => Number(which),
        };
        return number > Head
            ? null
            : new JsonObject
            {
                ["number"] = Quantity(number),
                ["hash"] = HashOf(number),
                ["parentHash"] = HashOf(number - 1),
                ["timestamp"] = Quantity(1_700_000_000 + 12 * number),
                ["logsBloom"] = "0x" + (logs.ContainsKey(number) ? new string('f', 512) : new string('0', 512)),
            };
    }

    private JsonArray Logs(Dictionary<string, object> query)
    {
        var (first, last) = query.TryGetValue("blockHash", out var hash)
            ? Enumerable
                .Range(0, salts.Count)
                .Where(n => HashOf(n) == (string)hash)
                .Select(n => ((long)n, (long)n))
                .Single()
            : (Number((string)query["fromBlock"]), Number((string)query["toBlock"]));
        var found =
            from block in logs
            where block.Key >= first && block.Key <= last
            from index in Enumerable.Range(0, block.Value)
            select Log(block.Key, index);
        return new JsonArray([.. found]);
    }

    public JsonNode Log(long block, int index) =>
        new JsonObject
        {
            ["address"] = Contract,
            ["topics"] = new JsonArray(Topic),
            ["data"] = "0x",
            ["blockNumber"] = Quantity(block),
            ["blockHash"] = HashOf(block),
            ["transactionHash"] = Hash($"transaction {block} {index}"),
            ["logIndex"] = Quantity(index),
            ["transactionIndex"] = Quantity(index),
            ["removed"] = false,
        };

    private static string Quantity(long value) => "0x" + value.ToString("x", CultureInfo.InvariantCulture);

    private static long Number(string hex) =>
        long.Parse(hex.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string Hash(string text) =>
        "0x" + Convert.ToHexStringLower(Keccak256.Hash(Encoding.UTF8.GetBytes(text)));
}
