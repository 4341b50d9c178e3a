using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Indexer.Domain;
using Indexer.Exports;
using Indexer.Handlers;
using Indexer.Handlers.Staking.Declared;
using Indexer.Ingestion;

namespace Indexer.Nodes.Tests;

/// <summary>Contracts that the configuration declares, on two real EVMs: what the index holds is what the contracts say.</summary>
public sealed partial class StakingContractTests
{
    private static readonly Task<Dictionary<string, string>> Compiled = LabContracts.CompileAsync("StakingLab.sol");

    [Fact]
    public async Task Staking_rewards_of_PHA_are_what_the_contract_says()
    {
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        var contract = await DeployAsync(lab.L1, lab, "StakingRewardsLab", lab.Pha);
        await using var l1 = index.Follow(
            Declaring(
                lab.Ethereum,
                new DeclaredContract
                {
                    Address = contract,
                    Role = ContractRoles.StakingRewards,
                    Stakes = StakedToken.Pha,
                    Pays = StakedToken.Pha,
                    Events = StakingRewards.Events,
                }
            )
        );
        var users = await WithPhaAsync(lab, contract);

        await lab.L1.SendAsync(lab.Accounts[0], lab.Pha, "mint(address to, uint256 value)", contract, 50_000);
        var random = new Random(7);
        for (var step = 0; step < 40; step++)
        {
            var user = users[random.Next(3)];
            await lab.L1.SendTogetherAsync(
                random.Next(3) switch
                {
                    0 =>
                    [
                        new LabCall(
                            user,
                            contract,
                            "exit(uint256 amount, uint256 reward)",
                            random.Next(400),
                            random.Next(90)
                        ),
                    ],
                    1 => [new LabCall(user, contract, "notifyRewardAmount(uint256 reward)", 5)],
                    _ => [new LabCall(user, contract, "stake(uint256 amount)", random.Next(900))],
                }
            );
            if (step % 10 == 9)
            {
                await l1.UntilHeadAsync(lab.L1);
                await lab.L1.ReorgAsync(random.Next(1, 6));
            }
        }

        await l1.UntilHeadAsync(lab.L1);
        await EachHasWhatTheContractSaysAsync(lab, index, contract, users);
    }

    private static async Task EachHasWhatTheContractSaysAsync(
        BridgeLab lab,
        ChainIndex index,
        AccountId contract,
        List<AccountId> users
    )
    {
        foreach (var user in users)
        {
            var data = await index.AskAsync(
                $$"""
                { position(network: "ethereum", pool: "{{contract}}", address: "{{user}}") { value cost shares pool { kind totalValue } }
                  holder(address: "{{user}}") { rewardHistory(interval: YEAR) { paid total delegated } }
                  rewards(where: { address: { eq: "{{user}}" }, kind: { eq: PAID } }) { nodes { amount value shares } } }
                """
            );
            var staked = await BridgeLab.AskAsync(lab.L1, contract, "balanceOf(address owner)", user);
            var position = data.GetProperty("position");
            Assert.True(staked > 0);
            Assert.Equal(staked, Wei(position, "value"));
            Assert.Equal(staked, Wei(position, "shares"));
            Assert.Equal(staked, Wei(position, "cost"));
            Assert.Equal("STAKING_CONTRACT", position.GetProperty("pool").GetProperty("kind").GetString());
            Assert.Equal(
                await BridgeLab.AskAsync(lab.L1, contract, "totalSupply()"),
                Wei(position.GetProperty("pool"), "totalValue")
            );
            var paid = await BridgeLab.AskAsync(lab.L1, contract, "paid(address user)", user);
            Assert.Equal(paid, Sum(data.GetProperty("holder").GetProperty("rewardHistory"), "paid"));
            Assert.Equal(paid, Sum(data.GetProperty("rewards").GetProperty("nodes"), "value"));
        }
    }

    /// <summary>Three accounts with PHA that a contract may take.</summary>
    private static async Task<List<AccountId>> WithPhaAsync(BridgeLab lab, AccountId contract)
    {
        var users = lab.Accounts.Skip(1).Take(3).ToList();
        foreach (var user in users)
        {
            await lab.L1.SendAsync(lab.Accounts[0], lab.Pha, "mint(address to, uint256 value)", user, 90_000);
            await lab.L1.SendAsync(user, lab.Pha, "approve(address spender, uint256 value)", contract, 90_000);
        }

        return users;
    }

    /// <summary>The worked example of docs/guides/add-a-contract.md.</summary>
    [Fact]
    public async Task Collateral_in_vPHA_stays_its_owners_at_the_price_of_the_vault()
    {
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        var contract = await DeployAsync(lab.L2, lab, "CollateralLab", BridgeLab.Token);
        await using var l1 = index.Follow(lab.Ethereum);
        await using var l2 = index.Follow(
            Declaring(
                lab.PhalaL2,
                new DeclaredContract
                {
                    Address = contract,
                    Role = ContractRoles.Collateral,
                    Stakes = StakedToken.Vpha,
                    Pays = StakedToken.Vpha,
                    Events = OfTheGuide(),
                }
            )
        );
        var (alice, bob, payer) = (lab.Accounts[1], lab.Accounts[2], lab.Accounts[3]);
        foreach (var account in new[] { alice, bob, payer })
        {
            await lab.DepositAsync(account, account, 5_000);
            await lab.RelayAsync(account, account, 5_000);
        }

        await lab.L2.SendAsync(payer, contract, "fund(uint256 amount)", new BigInteger(4_000));
        await lab.L2.SendAsync(alice, contract, "add(uint128 amount)", new BigInteger(3_000));
        await lab.L2.SendAsync(bob, contract, "add(uint128 amount)", new BigInteger(2_000));
        await lab.RewardAsync(7_000);
        await lab.L2.SendAsync(payer, contract, "pay(address miner, uint256 amount)", alice, 700);
        await lab.L2.SendAsync(alice, contract, "giveBack(uint128 amount)", new BigInteger(1_200));
        await lab.L2.SendAsync(payer, contract, "seize(address miner, uint128 amount)", bob, new BigInteger(150));
        await lab.RewardAsync(9_000);
        // Blocks of Ethereum were more, each a second at least.
        await lab.L2.WarpAsync(10_000);
        await lab.L2.SendAsync(payer, contract, "pay(address miner, uint256 amount)", alice, 40);
        // A statement ends where all networks are indexed.
        await lab.L1.WarpAsync(20_000);
        await l1.UntilHeadAsync(lab.L1);
        await l2.UntilHeadAsync(lab.L2);

        var assets = await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "checkpointTotalAssets()");
        var supply = await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "totalSupply()");
        foreach (var (miner, expected) in new[] { (alice, 1_800), (bob, 1_850) })
        {
            Assert.Equal(expected, await BridgeLab.AskAsync(lab.L2, contract, "collateral(address miner)", miner));
            await CollateralIsOfAsync(index, contract, miner, (expected, expected * assets / supply));
        }

        await WhatWasPaidIsWorthItsPriceThenAsync(index, alice, (assets, supply));
        // Everything that is staked is somebody's once: the sum over holders is what the vault has, less what the contract keeps to pay with.
        var all = await index.AskAsync("{ holders(first: 100) { nodes { stakedValue } } }");
        var unpaid = 4_000 - 740 + 150;
        Assert.InRange(
            Sum(all.GetProperty("holders").GetProperty("nodes"), "stakedValue"),
            assets - (unpaid * assets / supply) - 20,
            assets - (unpaid * assets / supply)
        );
    }

    [Fact]
    public async Task Another_vault_by_ERC_4626_has_the_value_and_the_yield_that_it_states()
    {
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        var vault = await DeployAsync(lab.L1, lab, "TokenVaultLab", lab.Pha);
        var network = lab.Ethereum;
        network = network with
        {
            Contracts = network.Contracts.Append(new(vault, ContractRoles.TokenVault)).ToDictionary(),
        };
        await using var l1 = index.Follow(network);
        var users = await WithPhaAsync(lab, vault);
        var (random, earned) = (new Random(3), BigInteger.Zero);
        for (var step = 0; step < 40; step++)
        {
            var (user, other) = (users[random.Next(3)], users[random.Next(3)]);
            var shares = (int)await BridgeLab.AskAsync(lab.L1, vault, "balanceOf(address owner)", user);
            if (random.Next(3) == 0 && await BridgeLab.AskAsync(lab.L1, vault, "totalSupply()") > 0)
            {
                var gain = random.Next(500);
                await lab.L1.SendAsync(lab.Accounts[0], lab.Pha, "mint(address to, uint256 value)", vault, gain);
                earned += gain;
            }

            await lab.L1.SendTogetherAsync(
                random.Next(5) switch
                {
                    0 when shares > 1 =>
                    [
                        new LabCall(
                            user,
                            vault,
                            "redeem(uint256 shares, address receiver, address owner)",
                            shares / 2,
                            other,
                            user
                        ),
                    ],
                    1 when shares > 1 =>
                    [
                        new LabCall(user, vault, "transfer(address to, uint256 value)", other, shares / 3),
                    ],
                    _ =>
                    [
                        new LabCall(
                            user,
                            vault,
                            "deposit(uint256 assets, address receiver)",
                            100 + random.Next(900),
                            user
                        ),
                        new LabCall(
                            other,
                            vault,
                            "deposit(uint256 assets, address receiver)",
                            100 + random.Next(900),
                            user
                        ),
                    ],
                }
            );
        }

        await lab.L1.SendAsync(users[0], vault, "deposit(uint256 assets, address receiver)", 500, users[0]);
        await l1.UntilHeadAsync(lab.L1);
        await TheIndexHasWhatTheVaultSaysAsync(lab, index, vault, earned);
    }

    private static async Task TheIndexHasWhatTheVaultSaysAsync(
        BridgeLab lab,
        ChainIndex index,
        AccountId vault,
        BigInteger earned
    )
    {
        var data = await index.AskAsync(
            $$"""
            { pool(network: "ethereum", id: "{{vault}}") { kind totalValue totalShares rewardsToStakers }
              positions(where: { poolId: { eq: "{{vault}}" } }) { nodes { address value shares earned } } }
            """
        );
        var pool = data.GetProperty("pool");
        Assert.Equal("TOKEN_VAULT", pool.GetProperty("kind").GetString());
        Assert.Equal(await BridgeLab.AskAsync(lab.L1, vault, "totalAssets()"), Wei(pool, "totalValue"));
        Assert.Equal(await BridgeLab.AskAsync(lab.L1, vault, "totalSupply()"), Wei(pool, "totalShares"));
        Assert.Equal(earned, Wei(pool, "rewardsToStakers"));
        var positions = data.GetProperty("positions").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(3, positions.Count);
        foreach (var position in positions)
        {
            var shares = await BridgeLab.AskAsync(
                lab.L1,
                vault,
                "balanceOf(address owner)",
                Addresses.EvmAddress.Parse(position.GetProperty("address").GetString()!)
            );
            Assert.Equal(shares, Wei(position, "shares"));
            Assert.Equal(
                await BridgeLab.AskAsync(lab.L1, vault, "convertToAssets(uint256 shares)", shares),
                Wei(position, "value")
            );
        }

        Assert.InRange(Sum(data.GetProperty("positions").GetProperty("nodes"), "earned"), earned - 200, earned);
        var redeemed = await index.AskAsync(
            $$"""{ stakeEvents(first: 1000, where: { poolId: { eq: "{{vault}}" }, kind: { eq: REDEEMED } }) { nodes { address } } }"""
        );
        Assert.NotEmpty(redeemed.GetProperty("stakeEvents").GetProperty("nodes").EnumerateArray());
    }

    private static async Task CollateralIsOfAsync(
        ChainIndex index,
        AccountId contract,
        AccountId miner,
        (BigInteger Shares, BigInteger Value) expected
    )
    {
        var data = await index.AskAsync(
            $$"""
            { position(network: "phala-l2", pool: "{{contract}}", address: "{{miner}}") { value shares history(interval: YEAR) { value } }
              holder(address: "{{miner}}") { stakedValue positions { nodes { value pool { kind } } }
                activity(where: { kind: { in: [STAKE, UNSTAKE, REWARD, SLASH, TRANSFER] } }) { nodes { kind shares } } } }
            """
        );
        var position = data.GetProperty("position");
        Assert.Equal(expected.Shares, Wei(position, "shares"));
        Assert.Equal(expected.Value, Wei(position, "value"));
        Assert.Equal(Wei(position, "value"), Wei(position.GetProperty("history").EnumerateArray().Last(), "value"));
        var holder = data.GetProperty("holder");
        Assert.Contains("COLLATERAL", holder.GetProperty("positions").ToString(), StringComparison.Ordinal);
        Assert.Equal(Sum(holder.GetProperty("positions").GetProperty("nodes"), "value"), Wei(holder, "stakedValue"));
        // What moved with the contract is told once, by its own words.
        Assert.DoesNotContain("TRANSFER", holder.GetProperty("activity").ToString(), StringComparison.Ordinal);

        var (entries, closing, difference) = await index.ExportAsync(ExportKind.Stake, miner);
        Assert.True(difference.IsZero);
        Assert.Equal(Wei(holder, "stakedValue"), Wei(closing));
        Assert.NotEmpty(entries["STAKED"]);
    }

    private static async Task WhatWasPaidIsWorthItsPriceThenAsync(
        ChainIndex index,
        AccountId miner,
        (BigInteger Assets, BigInteger Supply) price
    )
    {
        var rewards = (
            await index.AskAsync(
                $$"""{ rewards(where: { kind: { eq: PAID } }) { nodes { amount shares value } } holder(address: "{{miner}}") { rewardHistory(interval: YEAR) { paid } } }"""
            )
        );
        var rows = rewards.GetProperty("rewards").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal([700, 40], rows.Select(row => Wei(row, "shares")));
        Assert.All(rows, row => Assert.Equal(0, Wei(row, "amount")));
        Assert.Equal(40 * price.Assets / price.Supply, Wei(rows[1], "value"));
        Assert.InRange(Wei(rows[0], "value"), 700, (700 * price.Assets / price.Supply) - 1);
        Assert.Equal(
            Wei(rows[0], "value") + Wei(rows[1], "value"),
            Sum(rewards.GetProperty("holder").GetProperty("rewardHistory"), "paid")
        );
        var (entries, _, difference) = await index.ExportAsync(ExportKind.Rewards, miner);
        Assert.True(difference.IsZero);
        Assert.Equal(rows.Select(row => Wei(row, "value")), entries["PAID"].Select(Wei));
    }

    private static async Task<AccountId> DeployAsync(AnvilNode node, BridgeLab lab, string name, AccountId token) =>
        await node.DeployAsync(lab.Accounts[0], (await Compiled)[name], "(address token)", token);

    private static NetworkSettings Declaring(NetworkSettings network, DeclaredContract contract) =>
        network with
        {
            Contracts = network.Contracts.Append(new(contract.Address, contract.Key)).ToDictionary(),
            Handlers = HandlerCatalog.EvmWith([contract]),
        };

    /// <summary>The declarations as the guide has them.</summary>
    private static List<DeclaredEvent> OfTheGuide()
    {
        using var guide = new StreamReader(
            typeof(StakingContractTests).Assembly.GetManifestResourceStream("add-a-contract.md")!
        );
        using var json = JsonDocument.Parse(Example().Match(guide.ReadToEnd()).Groups["json"].Value);
        return
        [
            .. json
                .RootElement.GetProperty("networks")
                .GetProperty("phala-l2")
                .GetProperty("contracts")[1]
                .GetProperty("events")
                .EnumerateArray()
                .Select(one =>
                    DeclaredEvent.Of(
                        one.GetProperty("event").GetString(),
                        Enum.Parse<EventMeaning>(one.GetProperty("means").GetString()!, ignoreCase: true),
                        one.TryGetProperty("account", out var account) ? account.GetString() : null,
                        one.TryGetProperty("amount", out var amount) ? amount.GetString() : null
                    )
                ),
        ];
    }

    private static BigInteger Sum(JsonElement rows, string field) =>
        rows.EnumerateArray().Aggregate(BigInteger.Zero, (sum, row) => sum + Wei(row, field));

    private static BigInteger Wei(decimal amount) => (BigInteger)(amount * 1_000_000_000_000_000_000m);

    /// <summary>Amounts are texts of decimals; the lab counts in units of 10^-18.</summary>
    private static BigInteger Wei(JsonElement row, string field) =>
        (BigInteger)(
            decimal.Parse(row.GetProperty(field).GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
            * 1_000_000_000_000_000_000m
        );

    [GeneratedRegex("```json\n(?<json>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();
}
