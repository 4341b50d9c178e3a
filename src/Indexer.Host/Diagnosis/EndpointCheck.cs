using System.Globalization;
using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Ingestion;
using Indexer.JsonRpc;
using Microsoft.Extensions.Logging.Abstractions;

namespace Indexer.Host.Diagnosis;

/// <summary>What one node can do for the indexing of a network: the right chain, its head, its history, its tags and ranges.</summary>
/// <param name="network">The network.</param>
/// <param name="endpoint">The node.</param>
/// <param name="time">The clock.</param>
internal sealed class EndpointCheck(NetworkSettings network, Endpoint endpoint, TimeProvider time)
{
    /// <summary>Storage of the events of a block: twox_128("System") and twox_128("Events").</summary>
    private const string SystemEvents = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";
    private const string Archive =
        "use an archive node for what is indexed from its beginning, or set startBlock to where it has data";

    private static readonly int[] Ranges = [10_000, 1_000, 100, 10, 1];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OldHead = TimeSpan.FromMinutes(15);

    private readonly List<Finding> findings = [];

    /// <summary>Looks at it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        await using var rpc = RpcClient.Create(
            new RpcClientOptions
            {
                Endpoints = [endpoint],
                CallTimeout = Patience,
                MaxAttempts = 1,
                TimeProvider = time,
            },
            NullLoggerFactory.Instance
        );
        try
        {
            await (
                network.Kind == NetworkKind.Evm
                    ? ExamineEvmAsync(rpc, cancellationToken)
                    : ExamineSubstrateAsync(rpc, cancellationToken)
            );
        }
        catch (SourceFailureException problem)
        {
            Say(false, problem.Message, "is the address right, is the node up, is a key missing or spent?");
        }

        return findings;
    }

    private async Task ExamineEvmAsync(RpcClient rpc, CancellationToken cancellationToken)
    {
        var chain = JsonHex.Number(await rpc.CallAsync("eth_chainId", [], cancellationToken));
        if (network.ChainId is { } expected && chain != expected)
        {
            Say(false, $"serves chain {chain}, configured is chainId {expected}", "correct the address or chainId");
            return;
        }

        var head = await rpc.CallAsync("eth_getBlockByNumber", ["latest", false], cancellationToken);
        var height = JsonHex.Number(head.GetProperty("number")) ?? 0;
        var at = DateTimeOffset.FromUnixTimeSeconds(JsonHex.Number(head.GetProperty("timestamp")) ?? 0);
        SayHead($"chain {chain}, head {Number(height)}", at);
        await SeeFinalizedAsync(rpc, cancellationToken);
        var start = Math.Min(network.StartBlock, height);
        await SeeStateAsync(rpc, start, cancellationToken);
        await SeeLogsAsync(rpc, start, height, cancellationToken);
        if (network.VerifyReceipts)
        {
            await TryAsync(
                "has the receipts of blocks (verifyReceipts)",
                "has no receipts of blocks",
                "choose a node with eth_getBlockReceipts, or leave verifyReceipts out",
                () => rpc.CallAsync("eth_getBlockReceipts", [JsonHex.Of(start)], cancellationToken)
            );
        }
    }

    private async Task SeeFinalizedAsync(RpcClient rpc, CancellationToken cancellationToken) =>
        await TryAsync(
            "knows what is finalized",
            "does not know the tag finalized",
            "nothing is told to be final before it does, or a fixed depth counts where a chain never had it",
            () => rpc.CallAsync("eth_getBlockByNumber", ["finalized", false], cancellationToken)
        );

    private async Task SeeStateAsync(RpcClient rpc, long start, CancellationToken cancellationToken)
    {
        if (network.Contracts.Count == 0)
        {
            return;
        }

        var contract = AccountText.Format(network.Contracts.Keys.First());
        await TryAsync(
            $"has the state of block {Number(start)}",
            $"has no state of block {Number(start)}",
            Archive,
            () => rpc.CallAsync("eth_getCode", [contract, JsonHex.Of(start)], cancellationToken)
        );
    }

    private async Task SeeLogsAsync(RpcClient rpc, long start, long head, CancellationToken cancellationToken)
    {
        string? refusal = null;
        foreach (var range in Ranges)
        {
            var filter = new
            {
                fromBlock = JsonHex.Of(start),
                toBlock = JsonHex.Of(Math.Min(start + range - 1, head)),
                address = network.Contracts.Keys.Select(AccountText.Format),
            };
            try
            {
                await rpc.CallAsync("eth_getLogs", [filter], cancellationToken);
                var text = $"gives the logs of {Number(range)} {(range == 1 ? "block" : "blocks")} at once";
                Say(true, text, range < Ranges[0] ? $"indexing asks for that many; more is faster ({refusal})" : null);
                return;
            }
            catch (SourceFailureException problem)
            {
                refusal = problem.Message;
            }
        }

        Say(false, $"gives no logs: {refusal}", "choose a node that answers eth_getLogs");
    }

    private async Task ExamineSubstrateAsync(RpcClient rpc, CancellationToken cancellationToken)
    {
        var genesis = await rpc.CallAsync("chain_getBlockHash", [0], cancellationToken);
        if (
            network.GenesisHash is { } expected
            && JsonHex.Bytes(genesis) is var found
            && found?.AsSpan().SequenceEqual(expected) != true
        )
        {
            Say(
                false,
                $"serves the chain with genesis {genesis}, configured is genesisHash {Hex.Of(expected)}",
                "correct the address or genesisHash"
            );
            return;
        }

        var head = await rpc.CallAsync("chain_getHeader", [], cancellationToken);
        var height = JsonHex.Number(head.GetProperty("number")) ?? 0;
        Say(true, $"the right chain, head {Number(height)}");
        var start = Math.Min(network.StartBlock, height);
        var hash = await rpc.CallAsync("chain_getBlockHash", [start], cancellationToken);
        if (hash.ValueKind != JsonValueKind.String)
        {
            Say(false, $"has no block {Number(start)}", Archive);
            return;
        }

        await TryAsync(
            $"has the block {Number(start)}",
            $"has no body of block {Number(start)}",
            "run it with --blocks-pruning archive (archive-canonical keeps them, too)",
            () => rpc.CallAsync("chain_getBlock", [hash.GetString()], cancellationToken)
        );
        await TryAsync(
            $"has the events of block {Number(start)}",
            $"has no state of block {Number(start)}",
            "run it with --state-pruning archive, and sync it from the first block",
            () => rpc.CallAsync("state_getStorage", [SystemEvents, hash.GetString()], cancellationToken),
            isNullGood: start == 0
        );
    }

    private void SayHead(string text, DateTimeOffset headTime)
    {
        var age = time.GetUtcNow() - headTime;
        var isOld = age > OldHead && network.LastBlock is null;
        Say(
            !isOld,
            $"{text} of {headTime.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}",
            isOld ? "the node is behind, or the clock of this machine is wrong" : null
        );
    }

    private async Task TryAsync(
        string good,
        string bad,
        string remedy,
        Func<Task<JsonElement>> ask,
        bool isNullGood = false
    )
    {
        try
        {
            var answer = await ask();
            var isGood = isNullGood || answer.ValueKind != JsonValueKind.Null;
            Say(isGood, isGood ? good : bad, isGood ? null : remedy);
        }
        catch (SourceFailureException problem)
        {
            Say(false, $"{bad}: {problem.Message}", remedy);
        }
    }

    private void Say(bool isGood, string text, string? remedy = null) =>
        findings.Add(new Finding($"{network.Name} {endpoint.Name}", isGood, text, remedy));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
