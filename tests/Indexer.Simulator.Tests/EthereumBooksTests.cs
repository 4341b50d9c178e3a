using System.Numerics;

namespace Indexer.Simulator.Tests;

public sealed class EthereumBooksTests
{
    public static TheoryData<ulong> Seeds => new(1UL, 2UL, 3UL, 4UL);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void All_shares_belong_to_somebody_at_every_block(ulong seed)
    {
        var chain = Worlds.Small(seed).Ethereum;
        for (var height = 1L; height <= chain.LastBlock; height++)
        {
            var books = chain.BooksAt(height);
            Assert.Equal(books.Vault!.TotalSupply, books.Shares.Values.Sum());
            Assert.Equal(books.Vault.UnlockingAssets, books.Requests.Select(request => request.Assets).Sum());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Assets_are_deposits_and_rewards_less_redemptions(ulong seed)
    {
        var books = Worlds.Small(seed).Ethereum.Books;
        var vault = books.Vault!;
        var paidIn = Assets(books, VaultMoveKind.Deposit) + Assets(books, VaultMoveKind.UnlockCancelled);
        var rewards = books.Settlements.Select(settlement => settlement.Rewards).Sum();
        Assert.Equal(vault.CheckpointTotalAssets, paidIn + rewards - Assets(books, VaultMoveKind.UnlockRequested));
        Assert.Equal(
            vault.UnlockingAssets,
            Assets(books, VaultMoveKind.UnlockRequested)
                - Assets(books, VaultMoveKind.UnlockClaimed)
                - Assets(books, VaultMoveKind.UnlockCancelled)
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rewards_stream_linearly_by_rate_ratio_and_time(ulong seed)
    {
        var chain = Worlds.Small(seed).Ethereum;
        for (var height = 2L; height <= chain.LastBlock; height++)
        {
            var vault = chain.BooksAt(height).Vault!;
            var rate = vault.RewardRate * (10_000 - vault.TreasuryRatio) / 10_000;
            Assert.Equal(vault.TotalAssets, vault.CheckpointTotalAssets + (rate * (vault.Time - vault.CheckpointTime)));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_price_of_a_share_never_falls(ulong seed)
    {
        var chain = Worlds.Small(seed).Ethereum;
        BigInteger assets = 1;
        BigInteger shares = 1;
        for (var height = 1L; height <= chain.LastBlock; height++)
        {
            var vault = chain.BooksAt(height).Vault!;
            BigInteger nowAssets = vault.TotalAssets + 1;
            BigInteger nowShares = vault.TotalSupply + 1;
            Assert.True(nowAssets * shares >= assets * nowShares, $"price fell at block {height}");
            (assets, shares) = (nowAssets, nowShares);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_claim_pays_the_snapshot_at_the_frozen_rate_once(ulong seed)
    {
        var world = Worlds.Small(seed);
        var books = world.Ethereum.Books;
        Assert.NotEmpty(books.Claims);
        Assert.Distinct(books.Claims.Select(claim => (claim.Origin, claim.Account)));
        foreach (var claim in books.Claims)
        {
            var (snapshot, claimer) =
                claim.Origin == "khala"
                    ? (world.Khala.Snapshot, SimulatedEthereum.KhalaClaimer)
                    : (world.Phala.Snapshot, SimulatedEthereum.PhalaClaimer);
            var entry = snapshot.Single(one => one.Account == claim.Account);
            var funding = books.Moves.Single(move => move.Kind == VaultMoveKind.Deposit && move.From == claimer);
            var staked = (BigInteger)entry.Staked * 1_000_000 * funding.Shares / funding.Assets;
            Assert.Equal(entry.Free * 1_000_000, claim.Free);
            Assert.Equal(staked, (BigInteger)claim.Staked);
            Assert.Equal(claim.Account.Hex[..42], claim.UserPrefix);
        }
    }

    [Fact]
    public void Khala_is_claimed_one_to_one_and_Phala_at_a_higher_price()
    {
        var moves = Worlds.Small(1).Ethereum.Books.Moves;
        var khala = moves.Single(move =>
            move.From == SimulatedEthereum.KhalaClaimer && move.Kind == VaultMoveKind.Deposit
        );
        var phala = moves.Single(move =>
            move.From == SimulatedEthereum.PhalaClaimer && move.Kind == VaultMoveKind.Deposit
        );
        Assert.Equal(khala.Assets, khala.Shares);
        Assert.True(phala.Shares < phala.Assets);
    }

    [Fact]
    public void The_story_has_a_shared_receiver_a_split_receiver_and_accounts_that_never_claim()
    {
        var world = World.Create(5, WorldSize.Small with { EthereumBlocks = 900 });
        var claims = world.Ethereum.Books.Claims;
        Assert.Contains(claims, claim => claim.L2Receiver is { } second && second != claim.L1Receiver);
        Assert.Contains(world.Holders, holder => holder.Accounts.Count == 2);
        Assert.Contains(world.Holders, holder => holder.Receivers.Count == 0);
        Assert.Contains(claims.GroupBy(claim => claim.Account), group => group.Count() == 2);
    }

    private static UInt128 Assets(EthereumBooks books, VaultMoveKind kind) =>
        books.Moves.Where(move => move.Kind == kind).Select(move => move.Assets).Sum();
}
