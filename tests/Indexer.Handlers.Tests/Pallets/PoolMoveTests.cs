using Indexer.Domain;
using Indexer.Handlers.Staking;
using Indexer.Handlers.Tests.Kit;
using Indexer.Substrate;

namespace Indexer.Handlers.Tests.Pallets;

/// <summary>
/// The move of a stake pool from the first version to the second, as the calls of the migration make it (phala-blockchain stake_pool_v2.rs,
/// docs/chains/parachains.md). The amounts are those of a recorded pool of spec 1180, parted by hand.
/// </summary>
public sealed class PoolMoveTests
{
    private const string First = "PhalaStakePool";
    private const long Commission = 1_200_000_000_001;
    private const long AlicesReward = 6_000_000_000_005;
    private const long BobsReward = 4_800_000_000_004;
    private const long AlicesShares = 5_000_000_000_000_005;
    private const long BobsShares = 4_000_000_000_000_003;
    private const long Stake = 9_000_000_000_000_009;

    private static readonly AccountId PoolAccount = PoolAccounts.OfPool(0, Given.Owner);
    private static readonly AccountId RewardAccount = PoolAccounts.OfReward(0, Given.Owner);

    /// <summary>
    /// Pools and positions run through the move: shares stay, what waited becomes value, and the sum of what was free, waited and was due to the owner is
    /// what the chain minted.
    /// </summary>
    [Fact]
    public void A_pool_runs_through_the_move_to_the_last_unit()
    {
        var chain = Waiting();
        var earned = new[] { Given.Alice, Given.Bob }.ToDictionary(
            account => account,
            account => Earned(chain, account)
        );
        chain
            .Calls(
                Given.Owner,
                PoolScript.StakePool,
                "migrate_stakepools",
                step =>
                    step.Issue(RewardAccount, Commission)
                        .Mint(0, 0, Given.BasePool, 1_000_000_000_000)
                        .Issue(PoolAccount, Free)
            )
            .EndBlock();
        Assert.True(chain.Pool(0).IsMoving);
        Assert.NotNull(chain.Pool(0).RewardAccumulator);
        Assert.Equal(Given.Pico(Free), chain.Pool(0).FreeValue);
        Assert.Equal(Given.Pico(Commission), chain.Pool(0).OwnerReward);
        Assert.Equal(Given.Pico(Stake), chain.Pool(0).TotalValue);
        Assert.Equal(Given.Bob, chain.State.Nfts.Find((PoolScript.Collection(0), 0))!.WithdrawalOf);
        Assert.Equal(Given.Pico(AlicesReward), chain.Position(0, Given.Alice).PendingIn(chain.Pool(0)));

        chain
            .Calls(
                Given.Owner,
                PoolScript.StakePool,
                "migrate_pool_stakers",
                step =>
                    step.Issue(PoolAccount, AlicesReward)
                        .Mint(0, 1, Given.Alice, AlicesShares)
                        .Issue(PoolAccount, BobsReward)
                        .Mint(0, 2, Given.Bob, BobsShares - 1_000_000_000_000)
            )
            .EndBlock()
            .Calls(Given.Owner, PoolScript.StakePool, "migrate_stake_ledger", step => step)
            .EndBlock();
        var pool = chain.Pool(0);
        Assert.Null(pool.RewardAccumulator);
        Assert.False(pool.IsMoving);
        Assert.Equal(PoolScript.Collection(0), pool.MovedCollectionId);
        Assert.Equal(Given.Pico(Stake + AlicesReward + BobsReward), pool.TotalValue);
        Assert.Equal(Given.Pico(Free + AlicesReward + BobsReward), pool.FreeValue);
        Assert.Equal(Given.Pico(AlicesShares + BobsShares), pool.TotalShares);
        Assert.Equal(Given.Pico(1_000_000_000_000), pool.WithdrawingShares);
        foreach (
            var (account, shares, reward) in new[]
            {
                (Given.Alice, AlicesShares, AlicesReward),
                (Given.Bob, BobsShares, BobsReward),
            }
        )
        {
            var position = chain.Position(0, account);
            Assert.Equal(Given.Pico(shares), position.Shares);
            Assert.Equal(Pha.Zero, position.PendingIn(pool));
            Assert.Equal(
                Given.Pico(reward),
                chain.Entries.Single(row => row.Kind == StakeEventKind.VersionMoved && row.Account == account).Amount
            );
            AssertDivided(chain, account, earned[account], shares, reward);
        }

        // The next reward adds to the value.
        var moved = Earned(chain, Given.Alice);
        chain.NextExtrinsic().Issue(PoolAccount, 1_000_000_000_000).Rewarded(0, 0, 1_000_000_000_000).EndBlock();
        Assert.Equal(Given.Pico(Stake + AlicesReward + BobsReward) + Given.Tokens(1), chain.Pool(0).TotalValue);
        Assert.True(Earned(chain, Given.Alice) > moved);
    }

    /// <summary>phala-blockchain #1076: the move of pools was made again, and minted what was free and what was due to owners again.</summary>
    [Fact]
    public void What_the_second_pass_minted_again_is_an_entry_of_its_own()
    {
        var chain = Moved()
            .Calls(
                Given.Owner,
                PoolScript.StakePool,
                "migrate_stakepools",
                step => step.Issue(RewardAccount, Commission).Issue(PoolAccount, Free)
            )
            .EndBlock();
        Assert.Equal(
            [(Given.Owner, Given.Pico(Commission)), (PoolAccount, Given.Pico(Free))],
            chain.Entries.Where(row => row.Kind == StakeEventKind.MintedTwice).Select(row => (row.Account, row.Amount))
        );
        Assert.Equal(Given.Pico(2 * Commission), chain.Pool(0).OwnerReward);
        Assert.Equal(Given.Pico((2 * Free) + AlicesReward + BobsReward), chain.Pool(0).FreeValue);
        Assert.Equal(Given.Pico(Stake + AlicesReward + BobsReward), chain.Pool(0).TotalValue);
    }

    [Fact]
    public void Missing_stake_behind_workers_that_was_minted_is_an_entry()
    {
        var chain = Moved()
            .Calls(
                Given.Owner,
                PoolScript.StakePool,
                "fix_missing_worker_lock",
                step => step.Issue(PoolAccounts.OfStake(0, Given.Owner), 77)
            )
            .EndBlock();
        var entry = chain.Entries.Single(row => row.Kind == StakeEventKind.WorkerLockFixed);
        Assert.Equal((PoolAccount, Given.Pico(77)), (entry.Account, entry.Amount));
        Assert.Equal(Given.Pico(Stake + AlicesReward + BobsReward), chain.Pool(0).TotalValue);
    }

    [Fact]
    public void Rewards_that_the_move_left_out_are_paid_as_the_storage_before_the_block_has_them()
    {
        var chain = Moved()
            .Stored(PoolScript.StakePool, "LegacyRewards", atParent: true, new ScaleInteger(55))
            .Calls(
                Given.Alice,
                PoolScript.StakePool,
                "claim_legacy_rewards",
                step => step,
                ("pid", 0),
                ("target", Given.Carol)
            );
        var entry = chain.Entries.Single(row => row.Kind == StakeEventKind.LegacyRewardsWithdrawn);
        Assert.Equal(
            (Given.Alice, Given.Carol, Given.Pico(55)),
            (entry.Account, entry.Counterparty!.Value, entry.Amount)
        );
        Assert.Throws<UnknownStateException>(() =>
            Moved()
                .Calls(
                    Given.Alice,
                    PoolScript.StakePool,
                    "claim_legacy_rewards",
                    step => step,
                    ("pid", 0),
                    ("target", Given.Carol)
                )
        );
    }

    [Fact]
    public void Another_reward_than_waited_stops_the_network()
    {
        var refused = Assert.Throws<UnknownStateException>(() =>
            Waiting()
                .Calls(
                    Given.Owner,
                    PoolScript.StakePool,
                    "migrate_pool_stakers",
                    step => step.Issue(PoolAccount, AlicesReward + 1).Mint(0, 1, Given.Alice, AlicesShares)
                )
        );
        Assert.Contains("did not mint them", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_shares_than_the_delegator_had_stop_the_network()
    {
        var chain = Waiting()
            .Calls(
                Given.Owner,
                PoolScript.StakePool,
                "migrate_pool_stakers",
                step => step.Issue(PoolAccount, AlicesReward).Mint(0, 1, Given.Alice, AlicesShares + 1)
            )
            .EndBlock();
        var refused = Assert.Throws<UnknownStateException>(() =>
            chain.Calls(Given.Owner, PoolScript.StakePool, "migrate_stake_ledger", step => step)
        );
        Assert.Contains("but the move gave it NFTs with", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>An account that cannot be opened with so little gets nothing, and the reward is nobody's.</summary>
    [Fact]
    public void A_reward_too_small_to_mint_is_dismissed()
    {
        var chain = new Chain(1199)
            .Emit(First, "PoolCreated", ("owner", Given.Owner), ("pid", 0))
            .Emit(
                First,
                "Contribution",
                ("pid", 0),
                ("user", Given.Alice),
                ("amount", Given.Legacy(1)),
                ("shares", Given.Legacy(1))
            )
            .Emit(First, "RewardReceived", ("pid", 0), ("to_owner", 0), ("to_stakers", 5_000))
            .EndBlock()
            .Calls(
                Given.Owner,
                PoolScript.StakePool,
                "migrate_pool_stakers",
                step => step.Mint(0, 0, Given.Alice, Given.Legacy(1))
            )
            .Calls(Given.Owner, PoolScript.StakePool, "migrate_stake_ledger", step => step)
            .EndBlock();
        // 5,000 units become 92,233,720,368,547 of 2^-64 PHA, cut off, of which one share of 1 PHA gets 4,999 units.
        Assert.Equal(Given.Pico(4_999), chain.Rewards.Single(row => row.Kind == RewardKind.Dismissed).Amount);
        Assert.Equal(Given.Tokens(1), chain.Pool(0).TotalValue);
    }

    private const long Free = 2_000_000_000_000_009;

    /// <summary>Alice and Bob delegated, a reward waits for both and for the owner, part of the stake is mined, and Bob waits with one share.</summary>
    private static Chain Waiting() =>
        new Chain(1199)
            .Emit(First, "PoolCreated", ("owner", Given.Owner), ("pid", 0))
            .Emit(First, "PoolCommissionSet", ("pid", 0), ("commission", 100_000))
            .Delegated(Given.Alice, 5_000_000_000_000_005, AlicesShares)
            .Delegated(Given.Bob, 4_000_000_000_000_004, BobsShares)
            .Emit(First, "PoolWorkerAdded", ("pid", 0), ("worker", Given.WorkerKey))
            .Emit(
                First,
                "MiningStarted",
                ("pid", 0),
                ("worker", Given.WorkerKey),
                ("amount", (UInt128)7_000_000_000_000_000)
            )
            .Emit(
                First,
                "RewardReceived",
                ("pid", 0),
                ("to_owner", (UInt128)Commission),
                ("to_stakers", (UInt128)10_800_000_000_010)
            )
            .Emit(First, "WithdrawalQueued", ("pid", 0), ("user", Given.Bob), ("shares", (UInt128)1_000_000_000_000))
            .EndBlock();

    private static Chain Moved() =>
        Waiting()
            .Calls(
                Given.Owner,
                PoolScript.StakePool,
                "migrate_stakepools",
                step =>
                    step.Issue(RewardAccount, Commission)
                        .Mint(0, 0, Given.BasePool, 1_000_000_000_000)
                        .Issue(PoolAccount, Free)
            )
            .Calls(
                Given.Owner,
                PoolScript.StakePool,
                "migrate_pool_stakers",
                step =>
                    step.Issue(PoolAccount, AlicesReward)
                        .Mint(0, 1, Given.Alice, AlicesShares)
                        .Issue(PoolAccount, BobsReward)
                        .Mint(0, 2, Given.Bob, BobsShares - 1_000_000_000_000)
            )
            .Calls(Given.Owner, PoolScript.StakePool, "migrate_stake_ledger", step => step)
            .EndBlock();

    /// <summary>What waited for one is divided by the shares of all, each part rounded down; nothing is forgotten or counted again.</summary>
    private static void AssertDivided(Chain chain, AccountId account, Pha earned, long shares, long reward)
    {
        var divided = Given.Pico(AlicesReward + BobsReward).ToBigInteger() * shares / (AlicesShares + BobsShares);
        var expected = earned - Given.Pico(reward) + Pha.FromBigInteger(divided);
        Assert.InRange((expected - Earned(chain, account)).ToBigInteger(), 0, 3);
    }

    private static Pha Earned(Chain chain, AccountId account)
    {
        var position = chain.Position(0, account);
        return position.AccruedReward
            + RewardIndex.Earned(position.Shares, position.RewardIndex, chain.Pool(0).RewardIndex);
    }
}

/// <summary>The events of stake pools of the first version.</summary>
file static class FirstVersion
{
    public static Chain Delegated(this Chain chain, AccountId user, UInt128 amount, UInt128 shares) =>
        chain
            .NextExtrinsic()
            .Emit("PhalaStakePool", "Contribution", ("pid", 0), ("user", user), ("amount", amount), ("shares", shares));
}
