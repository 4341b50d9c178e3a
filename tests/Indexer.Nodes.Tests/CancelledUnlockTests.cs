using System.Numerics;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>
/// Cancelled unlock requests that have equals: the log does not say whose it was, the vault does. What is open in the index is what is
/// open in the vault.
/// </summary>
public sealed class CancelledUnlockTests : IAsyncLifetime
{
    private const string Cancel = "cancelUnlockRequest(uint256 index, address receiver)";
    private const string Redeem = "redeem(uint256 shares, address receiver, address owner)";
    private const string Execute = "execute(address to, bytes data)";
    private static readonly BigInteger Amount = 100 * PhalaLab.OnePha;
    private AnvilNode node = null!;
    private PhalaLab lab = null!;

    private AccountId Alice => lab.Accounts[1];

    private AccountId Bob => lab.Accounts[2];

    public async ValueTask InitializeAsync()
    {
        node = await AnvilNode.StartAsync();
        lab = await PhalaLab.DeployAsync(node, rewardRate: 0, unlockPeriod: 10, holders: 2);
        await lab.DepositAsync(Alice, 10 * Amount);
        await lab.DepositAsync(Bob, 10 * Amount);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task A_wallet_whose_sender_waits_for_the_same_amount_cancels_its_own_request()
    {
        var wallet = await WalletAsync();
        await lab.RedeemAsync(Alice, Amount);
        await node.SendAsync(Told(Alice, wallet, Redeem, Amount, wallet, wallet));
        await node.SendAsync(Told(Alice, wallet, Cancel, 0, Bob));

        await OpenAreThoseOfTheVaultAsync(1, Alice, Bob, wallet);
    }

    [Fact]
    public async Task Of_equal_requests_for_different_receivers_the_right_one_is_cancelled()
    {
        await RedeemForAsync(Alice);
        await RedeemForAsync(Bob);
        await RedeemForAsync(Alice);
        await node.SendAsync(Bob, lab.Vault, Cancel, 0, Bob);
        await node.SendAsync(Bob, lab.Vault, Cancel, 0, Alice);

        await OpenAreThoseOfTheVaultAsync(1, Alice, Bob);

        Task RedeemForAsync(AccountId receiver) => node.SendAsync(Bob, lab.Vault, Redeem, Amount, receiver, Bob);
    }

    [Fact]
    public async Task Of_equal_requests_the_one_with_the_cancelled_start_goes()
    {
        await lab.RedeemAsync(Alice, Amount);
        await node.WarpAsync(1_000);
        await lab.RedeemAsync(Alice, Amount);
        await node.WarpAsync(1_000);
        await lab.CancelAsync(Alice, 1);

        await OpenAreThoseOfTheVaultAsync(1, Alice);
    }

    [Fact]
    public async Task Requests_and_cancellations_of_one_block_are_told_apart()
    {
        var wallet = await WalletAsync();
        await node.SendAsync(Told(Alice, wallet, Redeem, Amount, wallet, wallet));
        await lab.RedeemAsync(Alice, Amount);
        await lab.RedeemAsync(Bob, Amount);
        await node.SendTogetherAsync([
            Told(Alice, wallet, Cancel, 0, Alice),
            new LabCall(Bob, lab.Vault, Cancel, 0, Alice),
            new LabCall(Bob, lab.Vault, Redeem, Amount, Alice, Bob),
        ]);

        await OpenAreThoseOfTheVaultAsync(2, Alice, Bob, wallet);
    }

    private async Task<AccountId> WalletAsync()
    {
        var wallet = await lab.DeployWalletAsync();
        await node.SendAsync(Bob, lab.Vault, "transfer(address to, uint256 value)", wallet, 2 * Amount);
        return wallet;
    }

    private LabCall Told(AccountId from, AccountId wallet, string function, params object[] arguments) =>
        new(from, wallet, Execute, lab.Vault, Convert.FromHexString(LabAbi.Call(function, arguments).AsSpan(2)));

    private async Task OpenAreThoseOfTheVaultAsync(int count, params AccountId[] owners)
    {
        await using var index = await ChainIndex.CreateAsync();
        await using var following = index.Follow(ChainIndex.Network(lab));
        await following.UntilHeadAsync(node);
        var open = await index.StateAsync<UnlockRequest>();
        var height = (await index.RowsAsync<Cursor>()).Single().Height;
        foreach (var owner in owners)
        {
            var held = await lab.UnlockRequestsAsync(owner, height);
            Assert.Equal(
                held.Select(request => $"{request.Receiver} {request.Assets} {request.Start}").Order(),
                open.Where(request => request.Owner == owner)
                    .Select(request =>
                        $"{request.Receiver} {request.Assets.ToBigInteger()} {request.RequestedAt.ToUnixTimeSeconds()}"
                    )
                    .Order()
            );
        }

        Assert.Equal(count, open.Count);
    }
}
