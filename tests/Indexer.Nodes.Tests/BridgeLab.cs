using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Ingestion;

namespace Indexer.Nodes.Tests;

/// <summary>Ethereum and Phala's L2 on two nodes, with contracts of the tests' own at the real addresses, and those who use them.</summary>
public sealed class BridgeLab : IAsyncDisposable
{
    public static readonly AccountId Vault = EvmAddress.Parse("0x21d6eC8fc14CaAcc55aFA23cBa66798DAB3a0ec0");
    public static readonly AccountId L1Bridge = EvmAddress.Parse("0x6A3444d11cA2697fe4A19AC8995ABDd8Dd301521");
    public static readonly AccountId Portal = EvmAddress.Parse("0x96B124841Eff4Ab1b3C1F654D60402a1405fF51A");
    public static readonly AccountId Token = EvmAddress.Parse("0xFdCEBD2E111D64Fc8a682703Eac62918093ec856");
    public static readonly AccountId L2Bridge = EvmAddress.Parse("0x4200000000000000000000000000000000000010");
    public static readonly AccountId Passer = EvmAddress.Parse("0x4200000000000000000000000000000000000016");
    public static readonly AccountId L1Messenger = EvmAddress.Parse("0x1549Dd6f86f5bBf0b1Bc691407DE64e8104c1544");
    public static readonly AccountId L2Messenger = EvmAddress.Parse("0x4200000000000000000000000000000000000007");
    private const string Finalize =
        "finalizeBridgeERC20(address localToken, address remoteToken, address from, address to, uint256 amount, uint32 extra)";
    private const string Send =
        "bridgeERC20To(address localToken, address remoteToken, address to, uint256 amount, uint32 extra)";
    private const string Prove = "prove(bytes32 withdrawalHash, address l2Bridge, address l1Bridge)";
    private const string CarryOut =
        "finalizeWithdrawal(bytes32 withdrawalHash, address bridge, address localToken, address remoteToken, address from, address to, uint256 amount)";
    private const string Passed =
        "MessagePassed(uint256 indexed nonce, address indexed sender, address indexed target, uint256 value, uint256 gasLimit, bytes data, bytes32 withdrawalHash)";
    private static readonly Task<Dictionary<string, string>> Compiled = LabContracts.CompileAsync("BridgeLab.sol");
    private static readonly Task<Dictionary<string, string>> CompiledVault = LabContracts.CompileAsync(
        "PhalaVaultLab.sol"
    );
    private readonly List<(AccountId From, AccountId To, int Amount, int Extra)> sent = [];
    private readonly HashSet<BigInteger> proven = [];
    private readonly HashSet<BigInteger> finalized = [];

    private BridgeLab(AnvilNode l1, AnvilNode l2, IReadOnlyList<AccountId> accounts) =>
        (L1, L2, Accounts) = (l1, l2, accounts);

    public AnvilNode L1 { get; }

    public AnvilNode L2 { get; }

    /// <summary>PHA on Ethereum; the first account may mint it.</summary>
    public AccountId Pha { get; private set; }

    /// <summary>The same on both chains; those after the first hold shares of the vault.</summary>
    public IReadOnlyList<AccountId> Accounts { get; }

    public NetworkSettings Ethereum =>
        Network("ethereum", 1, L1) with
        {
            Contracts = new Dictionary<AccountId, string>
            {
                [Vault] = "pha-vault",
                [L1Bridge] = "l1-standard-bridge",
                [Portal] = "optimism-portal",
                [L1Messenger] = "l1-cross-domain-messenger",
            },
        };

    public NetworkSettings PhalaL2 =>
        Network("phala-l2", 2035, L2) with
        {
            L1 = "ethereum",
            Contracts = new Dictionary<AccountId, string>
            {
                [Token] = "bridged-vpha",
                [L2Bridge] = "l2-standard-bridge",
                [Passer] = "l2-message-passer",
                [L2Messenger] = "l2-cross-domain-messenger",
            },
        };

    public static async Task<BridgeLab> StartAsync()
    {
        var l1 = await AnvilNode.StartAsync("--chain-id", "1");
        var l2 = await AnvilNode.StartAsync("--chain-id", "2035");
        var lab = new BridgeLab(l1, l2, await l1.AccountsAsync());
        var (code, vault) = (await Compiled, await CompiledVault);
        var owner = lab.Accounts[0];
        await PlaceAsync(l2, owner, code["BridgedTokenLab"], Token);
        await PlaceAsync(l2, owner, code["L2BridgeLab"], L2Bridge);
        await PlaceAsync(l2, owner, code["PasserLab"], Passer);
        await PlaceAsync(l2, owner, code["MessengerLab"], L2Messenger);
        await PlaceAsync(l1, owner, code["MessengerLab"], L1Messenger);
        await PlaceAsync(l1, owner, code["L1BridgeLab"], L1Bridge);
        await PlaceAsync(l1, owner, code["PortalLab"], Portal);
        var pha = lab.Pha = await l1.DeployAsync(owner, vault["PhaTokenLab"], "()");
        await PlaceAsync(
            l1,
            owner,
            vault["PhalaVaultLab"],
            Vault,
            "(address asset, uint256 rewardRate, uint256 unlockPeriod, uint256 maxUnlockRequests, uint256 treasuryRatio)",
            pha,
            0,
            10,
            10,
            2000
        );
        foreach (var holder in lab.Accounts.Skip(1))
        {
            await l1.SendAsync(owner, pha, "mint(address to, uint256 value)", holder, 10_000);
            await l1.SendAsync(holder, pha, "approve(address spender, uint256 value)", Vault, 10_000);
            await l1.SendAsync(holder, Vault, "deposit(uint256 assets, address receiver)", 10_000, holder);
            await l1.SendAsync(holder, Vault, "approve(address spender, uint256 value)", L1Bridge, 10_000);
        }

        return lab;
    }

    /// <summary>One thing that somebody does, or an empty block when it is not possible.</summary>
    public async Task StepAsync(Random random)
    {
        var (who, other) = (Accounts[random.Next(1, 5)], Accounts[random.Next(1, 5)]);
        // Few amounts, so that equal transfers are on their way together.
        var amount = 100 * random.Next(1, 4);
        switch (random.Next(12))
        {
            case 0 or 1:
                await DoAsync(L1, new LabCall(who, L1Bridge, Send, Vault, Token, other, amount, amount / 100 - 1));
                sent.Add((who, other, amount, amount / 100 - 1));
                break;
            case 2:
                await DoAsync(
                    L1,
                    new LabCall(
                        who,
                        L1Bridge,
                        "bridgeTwice(address localToken, address remoteToken, address to, uint256 amount)",
                        Vault,
                        Token,
                        other,
                        amount
                    )
                );
                sent.AddRange([(who, other, amount, 0), (who, other, amount, 0)]);
                break;
            case 3 or 4 or 5 when sent.Count > 0:
                var deposit = sent[random.Next(sent.Count)];
                sent.Remove(deposit);
                await DoAsync(
                    L2,
                    new LabCall(
                        Accounts[0],
                        L2Bridge,
                        Finalize,
                        Token,
                        Vault,
                        deposit.From,
                        deposit.To,
                        deposit.Amount,
                        deposit.Extra
                    )
                );
                break;
            case 6:
                await DoAsync(L2, new LabCall(who, Token, "transfer(address to, uint256 value)", other, amount / 2));
                break;
            case 7 or 8:
                await DoAsync(
                    L2,
                    new LabCall(who, L2Bridge, "bridgeEther(address to)", other),
                    new LabCall(who, L2Bridge, Send, Token, Vault, other, amount / 2, 0),
                    new LabCall(who, L2Bridge, "bridgeEther(address to)", other)
                );
                break;
            default:
                await WithdrawAsync(random);
                break;
        }
    }

    /// <summary>One thing that somebody does with the vault or its claims, or an empty block when it is not possible.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="claimer">A contract made by <see cref="DeployClaimerAsync"/>.</param>
    public async Task VaultStepAsync(Random random, AccountId claimer)
    {
        var (who, other) = (Accounts[random.Next(1, 5)], Accounts[random.Next(1, 5)]);
        var receiver = random.Next(3) == 0 ? other : who;
        var amount = 50 * random.Next(1, 6);
        switch (random.Next(9))
        {
            case 0:
                await DoAsync(
                    L1,
                    new LabCall(Accounts[0], Pha, "mint(address to, uint256 value)", who, amount),
                    new LabCall(who, Pha, "approve(address spender, uint256 value)", Vault, amount),
                    new LabCall(who, Vault, "deposit(uint256 assets, address receiver)", amount, receiver)
                );
                break;
            case 1 or 2:
                await DoAsync(
                    L1,
                    new LabCall(
                        who,
                        Vault,
                        "redeem(uint256 shares, address receiver, address owner)",
                        amount,
                        receiver,
                        who
                    )
                );
                break;
            case 3:
                await DoAsync(
                    L1,
                    new LabCall(who, Vault, "cancelUnlockRequest(uint256 index, address receiver)", 0, receiver)
                );
                break;
            case 4:
                await L1.WarpAsync(random.Next(1, 20));
                await DoAsync(L1, new LabCall(other, Vault, "claim(address owner)", who));
                break;
            case 5:
                await DoAsync(L1, new LabCall(who, Vault, "transfer(address to, uint256 value)", other, amount));
                break;
            case 6:
                await DoAsync(
                    L1,
                    new LabCall(Accounts[0], Vault, "setUnlockPeriod(uint256 value)", random.Next(5, 50))
                );
                break;
            case 7:
                await DoAsync(L1, new LabCall(Accounts[0], Vault, "setRewardRate(uint256 value)", random.Next(1, 5)));
                break;
            default:
                var user = new byte[AccountId.EvmLength];
                random.NextBytes(user);
                var (l1, l2) = (Accounts[random.Next(5, 7)], Accounts[random.Next(7, 9)]);
                await DoAsync(
                    L1,
                    new LabCall(
                        Accounts[0],
                        claimer,
                        "claim(address user, uint256 staked, address l1Receiver, address l2Receiver)",
                        new AccountId(user),
                        amount,
                        l1,
                        l2
                    )
                );
                sent.Add((claimer, l2, amount, 0));
                break;
        }
    }

    /// <summary>Open unlock requests after the last block: receiver, assets, start in seconds since 1970.</summary>
    public async Task<List<(AccountId Receiver, BigInteger Assets, BigInteger Start)>> UnlockRequestsAsync(
        AccountId owner
    )
    {
        var call = new Dictionary<string, string>
        {
            ["to"] = Vault.ToString(),
            ["data"] = LabAbi.Call("unlockRequests(address owner)", owner),
        };
        // An offset and a length, then three words for each request.
        var words = LabAbi.Words((await L1.Rpc.CallAsync("eth_call", [call, "latest"])).GetString()!);
        return [.. words.Skip(2).Chunk(3).Select(request => (LabAbi.Account(request[0]), request[1], request[2]))];
    }

    /// <summary>Sends shares to the L2.</summary>
    /// <returns>Hash of the transaction.</returns>
    public async Task<string> DepositAsync(AccountId from, AccountId to, int amount) =>
        (await L1.SendAsync(from, L1Bridge, Send, Vault, Token, to, amount, 0))
            .GetProperty("transactionHash")
            .GetString()!;

    /// <summary>Lets time go by on both chains, and the vault settle what it earned meanwhile.</summary>
    public async Task RewardAsync(int rate)
    {
        await L1.WarpAsync(100);
        await L2.WarpAsync(100);
        await L1.SendAsync(Accounts[0], Vault, "setRewardRate(uint256 value)", rate);
    }

    /// <summary>Lets shares arrive on the L2.</summary>
    public Task RelayAsync(AccountId from, AccountId to, int amount) =>
        L2.SendAsync(Accounts[0], L2Bridge, Finalize, Token, Vault, from, to, amount, 0);

    /// <summary>Deploys a claim contract that sends its shares over the bridge, and gives it some.</summary>
    public async Task<AccountId> DeployClaimerAsync(AccountId giver, int shares)
    {
        var claimer = await L1.DeployAsync(
            Accounts[0],
            (await Compiled)["BridgingClaimerLab"],
            "(address bridge, address vault, address token)",
            L1Bridge,
            Vault,
            Token
        );
        await L1.SendAsync(giver, Vault, "transfer(address to, uint256 value)", claimer, shares);
        return claimer;
    }

    /// <summary>Lets the last message from Ethereum fail on the L2, so that nothing arrives.</summary>
    public async Task FailAsync(int message = -1)
    {
        object[] arguments = await MessageAsync(message);
        await L2.SendAsync(
            Accounts[0],
            L2Messenger,
            "fail(uint256 nonce, address sender, address target, uint256 value, uint256 gasLimit, bytes message)",
            arguments
        );
    }

    /// <summary>Lets shares arrive on the L2 by the messenger, which names the message.</summary>
    public async Task RelayByMessengerAsync(int message, AccountId from, AccountId to, int amount)
    {
        object[] arguments = await MessageAsync(message);
        var relayed = LabAbi.Call(
            "relayMessage(uint256 nonce, address sender, address target, uint256 value, uint256 gasLimit, bytes message)",
            arguments
        );
        var data = LabAbi.Call(Finalize, Token, Vault, from, to, amount, 0);
        await L2.SendAsync(
            Accounts[0],
            L2Messenger,
            "relay(bytes message, address bridge, bytes data)",
            Convert.FromHexString(relayed.AsSpan(2)),
            L2Bridge,
            Convert.FromHexString(data.AsSpan(2))
        );
    }

    /// <summary>A message that Ethereum sent, as the messenger of the L2 is called with it.</summary>
    /// <param name="number">In the order in which they were sent; -1 is the last.</param>
    private async Task<object[]> MessageAsync(int number)
    {
        const string declaration =
            "SentMessage(address indexed target, address sender, bytes message, uint256 messageNonce, uint256 gasLimit)";
        var logs = await LogsAsync(L1, L1Messenger, declaration);
        var values = logs[number < 0 ? logs.Count + number : number].Values;
        return
        [
            Integer(values[3]),
            EvmAddress.Parse(values[1]),
            EvmAddress.Parse(values[0]),
            BigInteger.Zero,
            Integer(values[4]),
            Convert.FromHexString(values[2].AsSpan(2)),
        ];

        static BigInteger Integer(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>Sends shares back to Ethereum.</summary>
    /// <returns>Hash of the withdrawal.</returns>
    public async Task<string> WithdrawAsync(AccountId from, AccountId to, int amount)
    {
        await L2.SendAsync(from, L2Bridge, Send, Token, Vault, to, amount, 0);
        var words = LabAbi.Words((await LogsAsync(L2, Passer, Passed))[^1].Log.GetProperty("data").GetString()!);
        return "0x" + Convert.ToHexStringLower(Word(words[3]));
    }

    /// <summary>Proves a withdrawal to Ethereum.</summary>
    public Task ProveAsync(string withdrawal) =>
        L1.SendAsync(Accounts[0], Portal, Prove, Convert.FromHexString(withdrawal.AsSpan(2)), L2Bridge, L1Bridge);

    /// <summary>Lets a withdrawal arrive on Ethereum.</summary>
    public Task FinalizeAsync(string withdrawal, AccountId from, AccountId to, int amount) =>
        L1.SendAsync(
            Accounts[0],
            Portal,
            CarryOut,
            Convert.FromHexString(withdrawal.AsSpan(2)),
            L1Bridge,
            Vault,
            Token,
            from,
            to,
            amount
        );

    /// <summary>The logs of a chain that one of our contracts emitted, decoded by Nethereum, in order.</summary>
    public static async Task<List<(JsonElement Log, string Name, IReadOnlyList<string> Values)>> LogsAsync(
        AnvilNode node,
        AccountId contract,
        params string[] declarations
    )
    {
        var read = LabAbi.Reader(declarations);
        var logs = await node.Rpc.CallAsync(
            "eth_getLogs",
            [
                new Dictionary<string, object>
                {
                    ["fromBlock"] = "0x0",
                    ["address"] = contract.ToString(),
                    ["topics"] = new[] { declarations.Select(LabAbi.Topic).ToArray() },
                },
            ]
        );
        return
        [
            .. logs.EnumerateArray()
                .Select(log =>
                {
                    var (name, values) = read(log);
                    return (log, name, values);
                }),
        ];
    }

    /// <summary>What a view answers now: one number.</summary>
    public static async Task<BigInteger> AskAsync(
        AnvilNode node,
        AccountId contract,
        string function,
        params object[] arguments
    ) => await AskAtAsync(node, "latest", contract, function, arguments);

    /// <summary>What a view answered after a block: one number.</summary>
    public static async Task<BigInteger> AskAtAsync(
        AnvilNode node,
        string block,
        AccountId contract,
        string function,
        params object[] arguments
    )
    {
        var call = new Dictionary<string, string>
        {
            ["to"] = contract.ToString(),
            ["data"] = LabAbi.Call(function, arguments),
        };
        return LabAbi.Words((await node.Rpc.CallAsync("eth_call", [call, block])).GetString()!)[0];
    }

    public async ValueTask DisposeAsync()
    {
        await L1.DisposeAsync();
        await L2.DisposeAsync();
    }

    private static NetworkSettings Network(string name, long chainId, AnvilNode node) =>
        new()
        {
            Name = name,
            Kind = NetworkKind.Evm,
            ChainId = chainId,
            Endpoints = [node.Http],
            SegmentBlocks = 7,
            PollInterval = TimeSpan.FromMilliseconds(2),
        };

    /// <summary>Mines a block with calls, which may revert.</summary>
    private static Task DoAsync(AnvilNode node, params LabCall[] calls) => node.SendTogetherAsync(calls);

    /// <summary>Puts a contract at an address of our choice: its code, and what its constructor stored.</summary>
    private static async Task PlaceAsync(
        AnvilNode node,
        AccountId owner,
        string bytecode,
        AccountId address,
        string constructor = "()",
        params object[] arguments
    )
    {
        var made = await node.DeployAsync(owner, bytecode, constructor, arguments);
        var code = await node.Rpc.CallAsync("eth_getCode", [made.ToString(), "latest"]);
        await node.Rpc.CallAsync("anvil_setCode", [address.ToString(), code.GetString()]);
        for (var slot = 0; slot < 16; slot++)
        {
            var stored = await node.Rpc.CallAsync("eth_getStorageAt", [made.ToString(), $"0x{slot:x}", "latest"]);
            await node.Rpc.CallAsync("anvil_setStorageAt", [address.ToString(), $"0x{slot:x64}", stored.GetString()]);
        }
    }

    /// <summary>Proves, or carries out, a withdrawal that the L2 passed to Ethereum; some fail first and arrive later.</summary>
    private async Task WithdrawAsync(Random random)
    {
        var open = (await LogsAsync(L2, Passer, Passed))
            .Select(entry => LabAbi.Words(entry.Log.GetProperty("data").GetString()!))
            .Where(words => words.Length > 10 && !finalized.Contains(words[3]))
            .ToList();
        if (open.Count == 0)
        {
            await L1.MineAsync(1);
            return;
        }

        var withdrawal = open[random.Next(open.Count)];
        var hash = Word(withdrawal[3]);
        var (from, to, amount) = (LabAbi.Account(withdrawal[7]), LabAbi.Account(withdrawal[8]), withdrawal[9]);
        if (proven.Add(withdrawal[3]))
        {
            await DoAsync(L1, new LabCall(Accounts[0], Portal, Prove, hash, L2Bridge, L1Bridge));
            return;
        }

        var fails = finalized.Count % 3 == 1;
        finalized.Add(withdrawal[3]);
        var paid = fails ? 0 : amount;
        await DoAsync(L1, new LabCall(Accounts[0], Portal, CarryOut, hash, L1Bridge, Vault, Token, from, to, paid));
        if (fails && random.Next(2) == 0)
        {
            await DoAsync(L1, new LabCall(Accounts[0], L1Bridge, Finalize, Vault, Token, from, to, amount, 0));
        }
    }

    private static byte[] Word(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
