using System.Numerics;
using System.Text.Json;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>The token, vault and claimer of Contracts/PhalaVaultLab.sol, deployed on a node, with some accounts that hold PHA.</summary>
public sealed class PhalaLab
{
    /// <summary>One PHA in units of 10^-18.</summary>
    public static readonly BigInteger OnePha = BigInteger.Pow(10, 18);

    /// <summary>The declarations of all events that the contracts emit.</summary>
    public static readonly IReadOnlyList<string> Events =
    [
        "Transfer(address indexed from, address indexed to, uint256 value)",
        "Approval(address indexed owner, address indexed spender, uint256 value)",
        "Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)",
        "Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)",
        "Claimed(address indexed caller, address indexed receiver, address indexed owner, uint256 assets)",
        "RewardsSettled(uint256 checkpointTime, uint256 rewards, uint256 totalAssets)",
        "TreasurySettled(uint256 checkpointTime, uint256 treasuryRewards, uint256 treasuryAssets)",
        "TreasuryAssetsClaimed(address indexed receiver, uint256 assets)",
        "RewardRateUpdated(uint256 oldRewardRate, uint256 newRewardRate)",
        "UnlockPeriodUpdated(uint256 oldUnlockPeriod, uint256 newUnlockPeriod)",
        "MaxUnlockRequestsUpdated(uint256 oldMaxUnlockRequests, uint256 newMaxUnlockRequests)",
        "TreasuryRatioUpdated(uint256 oldTreasuryRatio, uint256 newTreasuryRatio)",
        "Paused(address account)",
        "Unpaused(address account)",
        "Claimed(address indexed user, uint256 free, uint256 staked, address receiver)",
        "ClaimedAndBridged(address indexed user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver)",
        "Deposited(uint256 free, uint256 staked)",
        "SignerSet(address indexed signer)",
        "BridgeConfigUpdated(address indexed l1Bridge, address indexed l2Token, uint32 minGasLimit)",
    ];

    private static readonly Task<Dictionary<string, string>> Compiled = LabContracts.CompileAsync("PhalaVaultLab.sol");

    private PhalaLab(AnvilNode node, IReadOnlyList<AccountId> accounts) => (Node, Accounts) = (node, accounts);

    public AnvilNode Node { get; }

    /// <summary>Ten accounts; the first deployed everything, the others hold 1,000,000 PHA each and let the vault take it.</summary>
    public IReadOnlyList<AccountId> Accounts { get; }

    public AccountId Token { get; private set; }

    public AccountId Vault { get; private set; }

    /// <summary>The claimer of Khala's assets.</summary>
    public AccountId Claimer { get; private set; }

    /// <summary>The claimer of Phala's assets.</summary>
    public AccountId PhalaClaimer { get; private set; }

    /// <summary>Where the claimer puts bridged shares.</summary>
    public AccountId Bridge { get; } = new([.. Enumerable.Repeat((byte)0xb1, AccountId.EvmLength)]);

    /// <summary>Deploys everything.</summary>
    /// <param name="node">The node.</param>
    /// <param name="rewardRate">Reward in PHA units per second.</param>
    /// <param name="unlockPeriod">Seconds from an unlock request to its payout.</param>
    /// <param name="holders">How many of the accounts get PHA.</param>
    public static async Task<PhalaLab> DeployAsync(
        AnvilNode node,
        BigInteger rewardRate,
        long unlockPeriod,
        int holders
    )
    {
        var code = await Compiled;
        var lab = new PhalaLab(node, await node.AccountsAsync());
        var owner = lab.Accounts[0];
        lab.Token = await node.DeployAsync(owner, code["PhaTokenLab"], "()");
        lab.Vault = await node.DeployAsync(
            owner,
            code["PhalaVaultLab"],
            "(address asset, uint256 rewardRate, uint256 unlockPeriod, uint256 maxUnlockRequests, uint256 treasuryRatio)",
            lab.Token,
            rewardRate,
            unlockPeriod,
            10,
            2000
        );
        lab.Claimer = await lab.DeployClaimerAsync(code["PhalaClaimerLab"]);
        lab.PhalaClaimer = await lab.DeployClaimerAsync(code["PhalaClaimerLab"]);
        foreach (var holder in lab.Accounts.Skip(1).Take(holders))
        {
            await lab.MintAsync(holder, 1_000_000 * OnePha);
            await node.SendAsync(
                holder,
                lab.Token,
                "approve(address spender, uint256 value)",
                lab.Vault,
                1_000_000 * OnePha
            );
        }

        // What the vault streams as rewards is paid from its own balance.
        await lab.MintAsync(lab.Vault, 1_000_000 * OnePha);
        return lab;
    }

    public Task<JsonElement> MintAsync(AccountId to, BigInteger value) =>
        Node.SendAsync(Accounts[0], Token, "mint(address to, uint256 value)", to, value);

    public Task<JsonElement> DepositAsync(AccountId owner, BigInteger assets) =>
        Node.SendAsync(owner, Vault, "deposit(uint256 assets, address receiver)", assets, owner);

    public Task<JsonElement> RedeemAsync(AccountId owner, BigInteger shares) =>
        Node.SendAsync(owner, Vault, "redeem(uint256 shares, address receiver, address owner)", shares, owner, owner);

    public Task<JsonElement> CancelAsync(AccountId owner, int index) =>
        Node.SendAsync(owner, Vault, "cancelUnlockRequest(uint256 index, address receiver)", index, owner);

    public Task<JsonElement> ClaimAsync(AccountId caller, AccountId owner) =>
        Node.SendAsync(caller, Vault, "claim(address owner)", owner);

    public Task<JsonElement> SetRewardRateAsync(BigInteger rate) =>
        Node.SendAsync(Accounts[0], Vault, "setRewardRate(uint256 value)", rate);

    /// <summary>Gives a claimer PHA for claims, a part of which becomes shares of the vault.</summary>
    public async Task FundAsync(AccountId claimer, BigInteger free, BigInteger staked)
    {
        await MintAsync(Accounts[0], free + staked);
        await Node.SendAsync(Accounts[0], Token, "approve(address spender, uint256 value)", claimer, free + staked);
        await Node.SendAsync(Accounts[0], claimer, "deposit(uint256 free, uint256 staked)", free, staked);
    }

    /// <summary>What a view of the vault tells, word by word.</summary>
    /// <param name="height">After which block.</param>
    /// <param name="view">The function.</param>
    /// <param name="arguments">Its arguments.</param>
    public async Task<BigInteger[]> AskVaultAsync(long height, string view, params object[] arguments)
    {
        var call = new Dictionary<string, string>
        {
            ["to"] = Vault.ToString(),
            ["data"] = LabAbi.Call(view, arguments),
        };
        return LabAbi.Words((await Node.Rpc.CallAsync("eth_call", [call, $"0x{height:x}"])).GetString()!);
    }

    public async Task<BigInteger> SharesAsync(AccountId owner, long height) =>
        (await AskVaultAsync(height, "balanceOf(address owner)", owner))[0];

    /// <summary>Open unlock requests: receiver, assets, start in seconds since 1970.</summary>
    public async Task<List<(AccountId Receiver, BigInteger Assets, BigInteger Start)>> UnlockRequestsAsync(
        AccountId owner,
        long height
    )
    {
        // An offset and a length, then three words for each request.
        var words = await AskVaultAsync(height, "unlockRequests(address owner)", owner);
        return [.. words.Skip(2).Chunk(3).Select(request => (LabAbi.Account(request[0]), request[1], request[2]))];
    }

    /// <summary>Deploys an account that is a contract and does what it is told.</summary>
    public async Task<AccountId> DeployWalletAsync() =>
        await Node.DeployAsync(Accounts[0], (await Compiled)["WalletLab"], "()");

    private Task<AccountId> DeployClaimerAsync(string code) =>
        Node.DeployAsync(Accounts[0], code, "(address asset, address vault, address bridge)", Token, Vault, Bridge);
}
