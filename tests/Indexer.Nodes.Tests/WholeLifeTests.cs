using System.Numerics;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>
/// Everything that people do on two real EVMs: deposit, unlock, cancel, claim, transfer, claims of Phala with two receivers, over the bridge and
/// back, while either chain is reorganised by 1 to 30 blocks. Afterwards every account has what the contracts say.
/// </summary>
public sealed class WholeLifeTests
{
    private const int Steps = 250;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_account_has_what_the_contracts_say(int seed)
    {
        var random = new Random(seed);
        await using var lab = await BridgeLab.StartAsync();
        await using var index = await ChainIndex.CreateAsync();
        var claimer = await lab.DeployClaimerAsync(lab.Accounts[9], 9_000);
        var ethereum = lab.Ethereum;
        await using var l1 = index.Follow(
            ethereum with
            {
                Contracts = ethereum.Contracts.Append(new(claimer, "phala-claimer")).ToDictionary(),
            }
        );
        await using var l2 = index.Follow(lab.PhalaL2);
        // Deep forks on both chains, whatever the seed says.
        var depths = new Queue<int>([30, random.Next(1, 31), 1, random.Next(1, 31), 30, random.Next(1, 31)]);
        // The contracts themselves are older than any fork.
        await lab.L1.MineAsync(30);
        await lab.L2.MineAsync(30);
        for (var step = 1; step <= Steps; step++)
        {
            await (random.Next(2) == 0 ? lab.StepAsync(random) : lab.VaultStepAsync(random, claimer));
            if (step % 40 == 0)
            {
                await l1.UntilHeadAsync(lab.L1);
                await l2.UntilHeadAsync(lab.L2);
                await (depths.Count % 2 == 0 ? lab.L1 : lab.L2).ReorgAsync(depths.Dequeue());
            }
        }

        await l1.UntilHeadAsync(lab.L1);
        await l2.UntilHeadAsync(lab.L2);
        Assert.Empty(depths);
        await SharesAreBalancesAsync(lab, index);
        await RequestsAreThoseOfTheVaultAsync(lab, index);
        await TermsAreThoseOfTheVaultAsync(lab, index);
        var kinds = (await index.RowsAsync<StakeEvent>()).Select(row => row.Kind).ToHashSet();
        Assert.Subset(
            kinds,
            new HashSet<StakeEventKind>
            {
                StakeEventKind.Deposit,
                StakeEventKind.UnlockRequested,
                StakeEventKind.UnlockCancelled,
                StakeEventKind.UnlockClaimed,
                StakeEventKind.TransferIn,
                StakeEventKind.BridgeOut,
                StakeEventKind.BridgeIn,
            }
        );
        Assert.Contains(
            await index.RowsAsync<Claim>(),
            claim => claim.L2Receiver is { } other && other != claim.Receiver
        );
    }

    private static async Task SharesAreBalancesAsync(BridgeLab lab, ChainIndex index)
    {
        var positions = (await index.StateAsync<Position>()).ToDictionary(row => (row.Network, row.Account));
        foreach (var account in lab.Accounts)
        {
            foreach (
                var (network, node, token) in new[]
                {
                    ("ethereum", lab.L1, BridgeLab.Vault),
                    ("phala-l2", lab.L2, BridgeLab.Token),
                }
            )
            {
                var balance = await BridgeLab.AskAsync(node, token, "balanceOf(address owner)", account);
                var shares = positions.GetValueOrDefault((network, account))?.Shares ?? Pha.Zero;
                Assert.Equal($"{network} {account} {balance}", $"{network} {account} {shares.ToBigInteger()}");
            }
        }
    }

    private static async Task RequestsAreThoseOfTheVaultAsync(BridgeLab lab, ChainIndex index)
    {
        var open = await index.StateAsync<UnlockRequest>();
        foreach (var account in lab.Accounts)
        {
            Assert.Equal(
                (await lab.UnlockRequestsAsync(account))
                    .Select(request => $"{account} {request.Receiver} {request.Assets} {request.Start}")
                    .Order(StringComparer.Ordinal),
                open.Where(request => request.Owner == account)
                    .Select(request =>
                        $"{account} {request.Receiver} {request.Assets.ToBigInteger()} {request.RequestedAt.ToUnixTimeSeconds()}"
                    )
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    private static async Task TermsAreThoseOfTheVaultAsync(BridgeLab lab, ChainIndex index)
    {
        var pools = (await index.StateAsync<PoolState>()).ToDictionary(row => row.Network, StringComparer.Ordinal);
        var terms = Assert.Single(await index.StateAsync<VaultTerms>());
        BigInteger[] found =
        [
            pools["ethereum"].TotalShares.ToBigInteger(),
            pools["ethereum"].TotalValue.ToBigInteger(),
            pools["ethereum"].BridgedShares.ToBigInteger(),
            pools["phala-l2"].TotalShares.ToBigInteger(),
            terms.UnlockPeriod ?? 10,
        ];
        Assert.Equal(
            [
                await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "totalSupply()"),
                await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "checkpointTotalAssets()"),
                await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "balanceOf(address owner)", BridgeLab.L1Bridge),
                await BridgeLab.AskAsync(lab.L2, BridgeLab.Token, "totalSupply()"),
                await BridgeLab.AskAsync(lab.L1, BridgeLab.Vault, "unlockPeriod()"),
            ],
            found
        );
    }
}
