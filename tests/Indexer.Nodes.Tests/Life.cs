using System.Globalization;
using System.Numerics;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>What people do with the vault and the claimers of a lab: random, and the same for the same seed and chain.</summary>
public sealed class Life(PhalaLab lab, int seed)
{
    private const int Depositors = 4;
    private const int People = 7;
    private readonly Random random = new(seed);

    /// <summary>
    /// Pays in what will be claimed, and the first stakes and claims. The lab must be deployed without a reward: before
    /// there are shares it would make them dear, so that there would be almost none.
    /// </summary>
    public async Task BeginAsync()
    {
        await lab.FundAsync(lab.Claimer, 100_000 * PhalaLab.OnePha, 300_000 * PhalaLab.OnePha);
        await lab.Node.SendAsync(ToVault(lab.Accounts[0], "setRewardRate(uint256 value)", PhalaLab.OnePha));
        await lab.Node.WarpAsync(1_000);
        await lab.FundAsync(lab.PhalaClaimer, 200_000 * PhalaLab.OnePha, 100_000 * PhalaLab.OnePha);
        for (var i = 1; i <= Depositors; i++)
        {
            await lab.DepositAsync(lab.Accounts[i], Amount(10_000 * PhalaLab.OnePha));
        }

        await lab.Node.SendTogetherAsync([Claim(lab.Claimer), Claim(lab.PhalaClaimer), ClaimAndBridge()]);
    }

    /// <summary>Goes on: single calls, blocks of several, pauses.</summary>
    public async Task GoOnAsync(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            switch (random.Next(4))
            {
                case 0:
                    await lab.Node.SendTogetherAsync([await NextAsync(), await NextAsync(), await NextAsync()]);
                    break;
                case 1:
                    await lab.Node.WarpAsync(random.Next(1, 400));
                    goto default;
                default:
                    await lab.Node.SendAsync(await NextAsync());
                    break;
            }
        }
    }

    /// <summary>The next call; possible after the newest block.</summary>
    public async Task<LabCall> NextAsync()
    {
        var head = await HeadAsync();
        return random.Next(12) switch
        {
            < 2 => Deposit(),
            < 4 => await TransferAsync(head),
            < 7 => await RedeemAsync(head),
            7 => await CancelAsync(head),
            8 => ToVault(Somebody(), "claim(address owner)", Somebody()),
            9 => Terms(),
            10 => Claim(lab.Claimer),
            _ => ClaimAndBridge(),
        };
    }

    private LabCall Deposit() =>
        ToVault(
            lab.Accounts[random.Next(1, Depositors + 1)],
            "deposit(uint256 assets, address receiver)",
            Amount(1_000 * PhalaLab.OnePha),
            Somebody()
        );

    private async Task<LabCall> TransferAsync(long head)
    {
        var from = Somebody();
        var shares = Amount(await lab.SharesAsync(from, head));
        return ToVault(from, "transfer(address to, uint256 value)", Somebody(), shares);
    }

    private async Task<LabCall> RedeemAsync(long head)
    {
        var owner = Somebody();
        return (await lab.UnlockRequestsAsync(owner, head)).Count < 10
            ? ToVault(
                owner,
                "redeem(uint256 shares, address receiver, address owner)",
                Amount(await lab.SharesAsync(owner, head) / 2),
                random.Next(4) == 0 ? Somebody() : owner,
                owner
            )
            : ToVault(owner, "claim(address owner)", owner);
    }

    private async Task<LabCall> CancelAsync(long head)
    {
        var owner = Somebody();
        var open = await lab.UnlockRequestsAsync(owner, head);
        return open.Count == 0
            ? await RedeemAsync(head)
            : ToVault(
                owner,
                "cancelUnlockRequest(uint256 index, address receiver)",
                random.Next(open.Count),
                random.Next(3) == 0 ? Somebody() : owner
            );
    }

    private LabCall Terms() =>
        random.Next(4) switch
        {
            0 => ToVault(lab.Accounts[0], "setRewardRate(uint256 value)", Amount(2 * PhalaLab.OnePha)),
            1 => ToVault(lab.Accounts[0], "setTreasuryRatio(uint256 value)", random.Next(10_001)),
            2 => ToVault(lab.Accounts[0], "setUnlockPeriod(uint256 value)", random.Next(100, 1_000)),
            _ => ToVault(lab.Accounts[0], "claimTreasury(address receiver)", lab.Accounts[9]),
        };

    private LabCall Claim(AccountId claimer) =>
        new(
            lab.Accounts[0],
            claimer,
            "claim(address user, uint256 free, uint256 staked, address receiver)",
            User(),
            Amount(100 * PhalaLab.OnePha),
            Amount(100 * PhalaLab.OnePha),
            Somebody()
        );

    private LabCall ClaimAndBridge() =>
        new(
            lab.Accounts[0],
            lab.PhalaClaimer,
            "claimAndBridge(address user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver)",
            User(),
            Amount(100 * PhalaLab.OnePha),
            Amount(100 * PhalaLab.OnePha),
            Somebody(),
            Somebody()
        );

    private LabCall ToVault(AccountId from, string function, params object[] arguments) =>
        new(from, lab.Vault, function, arguments);

    private AccountId Somebody() => lab.Accounts[random.Next(1, People + 1)];

    private AccountId User()
    {
        var bytes = new byte[AccountId.EvmLength];
        random.NextBytes(bytes);
        return new AccountId(bytes);
    }

    /// <summary>Up to a limit, and sometimes nothing at all.</summary>
    private BigInteger Amount(BigInteger limit) =>
        random.Next(10) == 0 ? 0 : limit * random.Next(1, int.MaxValue) / int.MaxValue;

    private async Task<long> HeadAsync() =>
        long.Parse(
            (await lab.Node.Rpc.CallAsync("eth_blockNumber", [])).GetString().AsSpan(2),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture
        );
}
