using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>The logs of the PHA vault, in the order of their parameters.</summary>
internal static class VaultLogs
{
    public static void Transfer(this Feed feed, AccountId from, AccountId to, BigInteger value) =>
        feed.Log(Feed.Vault, Topics.Transfer, [from, to], [value]);

    public static void Deposit(
        this Feed feed,
        AccountId sender,
        AccountId owner,
        BigInteger assets,
        BigInteger shares,
        AccountId? transactionSender = null
    ) => feed.Log(Feed.Vault, Topics.Deposit, [sender, owner], [assets, shares], transactionSender);

    public static void Withdraw(
        this Feed feed,
        AccountId sender,
        AccountId receiver,
        AccountId owner,
        BigInteger assets,
        BigInteger shares
    ) => feed.Log(Feed.Vault, Topics.Withdraw, [sender, receiver, owner], [assets, shares]);

    public static void Claimed(
        this Feed feed,
        AccountId caller,
        AccountId receiver,
        AccountId owner,
        BigInteger assets
    ) => feed.Log(Feed.Vault, Topics.VaultClaimed, [caller, receiver, owner], [assets]);

    public static void RewardsSettled(this Feed feed, BigInteger rewards, BigInteger totalAssets) =>
        feed.Log(
            Feed.Vault,
            Topics.RewardsSettled,
            [],
            [(BigInteger)feed.Block.Time.ToUnixTimeSeconds(), rewards, totalAssets]
        );

    /// <summary>Mints shares and states what they cost, as one deposit does.</summary>
    public static void Buy(this Feed feed, AccountId owner, long assets, long shares)
    {
        feed.Transfer(Feed.Zero, owner, Feed.Wei(shares));
        feed.Deposit(owner, owner, Feed.Wei(assets), Feed.Wei(shares));
    }

    /// <summary>Burns shares and states the request, as one redemption does.</summary>
    public static void Redeem(this Feed feed, AccountId owner, long assets, long shares, AccountId? receiver = null)
    {
        feed.Transfer(owner, Feed.Zero, Feed.Wei(shares));
        feed.Withdraw(owner, receiver ?? owner, owner, Feed.Wei(assets), Feed.Wei(shares));
        feed.NextBlock();
    }
}
