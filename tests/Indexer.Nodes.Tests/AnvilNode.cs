using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.JsonRpc;
using Indexer.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Indexer.Nodes.Tests;

/// <summary>
/// A real EVM node (Foundry's anvil) on a free loopback port. It ends with this object, and with the test run however that
/// ends: a shell between holds it only as long as our end of its input is open.
/// </summary>
public sealed class AnvilNode : IAsyncDisposable
{
    private const string Program = "node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil";
    private const string WhileInputIsOpen = "\"$0\" \"$@\" & node=$!; cat > /dev/null; kill $node; wait $node";
    private readonly Process process;
    private readonly Task draining;

    private AnvilNode(Process process, int port)
    {
        this.process = process;
        // It tells every request; a full pipe would stop it.
        draining = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        Http = new Uri($"http://127.0.0.1:{port}");
        WebSocket = new Uri($"ws://127.0.0.1:{port}");
        Rpc = Client(Http);
    }

    public Uri Http { get; }

    public Uri WebSocket { get; }

    /// <summary>A client of the node, also for its own methods (<c>anvil_*</c>, <c>evm_*</c>).</summary>
    public IRpcClient Rpc { get; }

    /// <summary>Starts a node, or skips the calling test with the reason.</summary>
    /// <param name="arguments">Further options of anvil.</param>
    public static async Task<AnvilNode> StartAsync(params string[] arguments)
    {
        NodePackages.RequireInstalled();
        var program = Path.Combine(NodePackages.Directory, Program);
        Assert.SkipUnless(File.Exists(program), "anvil is published for Linux on x64 only.");
        var start = new ProcessStartInfo("/bin/sh")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] all =
        [
            "-c",
            WhileInputIsOpen,
            program,
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--gas-limit",
            "100000000",
            .. arguments,
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        var shell = Process.Start(start)!;
        shell.ErrorDataReceived += (_, _) => { };
        shell.BeginErrorReadLine();
        return new AnvilNode(shell, await ReadPortAsync(shell.StandardOutput));
    }

    public static RpcClient Client(params IReadOnlyList<Endpoint> endpoints) =>
        RpcClient.Create(new RpcClientOptions { Endpoints = endpoints }, NullLoggerFactory.Instance);

    /// <summary>The accounts whose keys the node holds.</summary>
    public async Task<IReadOnlyList<AccountId>> AccountsAsync() =>
        [
            .. (await Rpc.CallAsync("eth_accounts", []))
                .EnumerateArray()
                .Select(account => EvmAddress.Parse(account.GetString()!)),
        ];

    /// <summary>Deploys a contract and returns its address.</summary>
    /// <param name="from">Who deploys.</param>
    /// <param name="bytecode">Creation code, hexadecimal with 0x.</param>
    /// <param name="constructor">Declaration of the constructor's parameters, for example <c>(address asset)</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    public async Task<AccountId> DeployAsync(
        AccountId from,
        string bytecode,
        string constructor,
        params object[] arguments
    )
    {
        var receipt = await TransactAsync(
            new Dictionary<string, string>
            {
                ["from"] = $"{from}",
                ["data"] = bytecode + LabAbi.Constructor(constructor, arguments),
                ["gas"] = "0xa00000",
            }
        );
        return EvmAddress.Parse(receipt.GetProperty("contractAddress").GetString()!);
    }

    /// <summary>Sends a call of a contract, waits until it is mined, and returns its receipt; a reverted call fails the test.</summary>
    public Task<JsonElement> SendAsync(AccountId from, AccountId to, string function, params object[] arguments) =>
        SendAsync(new LabCall(from, to, function, arguments));

    /// <inheritdoc cref="SendAsync(AccountId, AccountId, string, object[])"/>
    public Task<JsonElement> SendAsync(LabCall call) => TransactAsync(call.Transaction);

    /// <summary>Mines one block with several calls; the later ones may revert.</summary>
    public async Task SendTogetherAsync(IEnumerable<LabCall> calls)
    {
        await Rpc.CallAsync("evm_setAutomine", [false]);
        foreach (var call in calls)
        {
            await Rpc.CallAsync("eth_sendTransaction", [call.Transaction]);
        }

        await MineAsync(1);
        await Rpc.CallAsync("evm_setAutomine", [true]);
    }

    /// <summary>Mines empty blocks.</summary>
    public Task MineAsync(int blocks) => Rpc.CallAsync("anvil_mine", [$"0x{blocks:x}"]);

    /// <summary>Moves the time of the next blocks ahead and mines one.</summary>
    public async Task WarpAsync(long seconds)
    {
        await Rpc.CallAsync("evm_increaseTime", [seconds]);
        await MineAsync(1);
    }

    /// <summary>Replaces the newest blocks by as many others, with the given calls in them and nothing else.</summary>
    /// <param name="depth">How many blocks.</param>
    /// <param name="calls">Each with the replaced block it goes into, the oldest being 0; they may revert.</param>
    public Task ReorgAsync(int depth, params IEnumerable<(LabCall Call, int Block)> calls) =>
        Rpc.CallAsync(
            "anvil_reorg",
            [depth, calls.Select(entry => new object[] { entry.Call.Transaction, entry.Block })]
        );

    /// <summary>Removes the newest blocks.</summary>
    public Task RollbackAsync(int depth) => Rpc.CallAsync("anvil_rollback", [depth]);

    public async ValueTask DisposeAsync()
    {
        await Rpc.DisposeAsync();
        process.StandardInput.Close();
        await draining;
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<int> ReadPortAsync(StreamReader output)
    {
        const string start = "Listening on 127.0.0.1:";
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (await output.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return int.Parse(line.AsSpan(start.Length), CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException("anvil ended before it listened.");
    }

    private async Task<JsonElement> TransactAsync(IReadOnlyDictionary<string, string> transaction)
    {
        var hash = await Rpc.CallAsync("eth_sendTransaction", [transaction]);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (true)
        {
            // The node answers before the block is mined.
            var receipt = await Rpc.CallAsync("eth_getTransactionReceipt", [hash.GetString()], patience.Token);
            if (receipt.ValueKind != JsonValueKind.Null)
            {
                var isDone = receipt.GetProperty("status").GetString() == "0x1";
                Assert.True(isDone, $"{JsonSerializer.Serialize(transaction)} reverted: {receipt}");
                return receipt;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}
