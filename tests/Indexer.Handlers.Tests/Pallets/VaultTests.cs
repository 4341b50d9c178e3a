using System.Numerics;
using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePoolv2;
using Indexer.Handlers.Tests.Kit;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

public sealed class VaultTests
{
    // Alice puts 500 into vault 1, which delegates 300 of them to pool 0, next to Bob's 700.
    private readonly Chain chain = new Chain()
        .NewPool(PoolScript.StakePool, 0)
        .NewPool(PoolScript.Vault, 1, Carol)
        .NextExtrinsic()
        .Mint(0, 0, Bob, Legacy(700))
        .Contributed(0, Bob, Legacy(700), Legacy(700))
        .NextExtrinsic()
        .Mint(1, 0, Alice, Legacy(500))
        .ContributedToVault(1, Alice, Legacy(500), Legacy(500))
        .EndBlock()
        .NextExtrinsic()
        .Mint(0, 1, PoolAccount(1), Legacy(300))
        .Contributed(0, PoolAccount(1), Legacy(300), Legacy(300), asVault: 1)
        .EndBlock();

    [Fact]
    public void A_vault_begins_at_the_price_1_and_invests_its_free_value()
    {
        var vault = chain.Pool(1);
        Assert.Equal(PoolKind.Vault, chain.State.Pools["1"].Kind);
        Assert.Equal(
            ((Pha?)Tokens(1), Tokens(500), Tokens(200)),
            (vault.LastCheckpointPrice, vault.TotalValue, vault.FreeValue)
        );
        Assert.Equal(Tokens(300), chain.Position(0, PoolAccount(1)).Shares);
    }

    [Fact]
    public void A_reward_of_the_pool_passes_through_the_vault_to_its_holders()
    {
        chain.NextExtrinsic().Rewarded(0, 0, Legacy(10)).EndBlock();
        // to_fixed truncates 300/1000 to 0.299999999999 (12 decimals), times 10, truncated again.
        var part = Pico(2_999_999_999_989);
        Assert.Equal((Tokens(500) + part, Tokens(200)), (chain.Pool(1).TotalValue, chain.Pool(1).FreeValue));
        var reward = chain.Rewards.Last();
        Assert.Equal(
            ("1", RewardKind.Stakers, part, Tokens(500), false),
            (reward.PoolId, reward.Kind, reward.Amount, reward.TotalShares, reward.Stated)
        );
        Assert.Equal(part, Earned(1, Alice));
        Assert.Equal(Tokens(7), Earned(0, Bob));
    }

    [Fact]
    public void Shares_of_a_vault_earn_while_they_wait_in_the_queue()
    {
        chain
            .NextExtrinsic()
            .Mint(0, 2, BasePool, Legacy(100))
            .Queued(0, PoolAccount(1), Legacy(100))
            .SetShares(0, 1, Legacy(200))
            .EndBlock();
        chain.NextExtrinsic().Rewarded(0, 0, Legacy(10)).EndBlock();
        Assert.Equal(Pico(2_999_999_999_989), chain.Pool(1).RewardsToStakers);
    }

    [Fact]
    public void A_withdrawal_of_a_vault_comes_back_into_its_free_value()
    {
        chain
            .NextExtrinsic()
            .Mint(0, 2, BasePool, Legacy(100))
            .Queued(0, PoolAccount(1), Legacy(100))
            .SetShares(0, 1, Legacy(200));
        chain.Withdrawn(0, PoolAccount(1), Legacy(100), Legacy(100)).Burn(0, 2, BasePool).EndBlock();
        Assert.Equal((Tokens(300), Tokens(500)), (chain.Pool(1).FreeValue, chain.Pool(1).TotalValue));
        Assert.Equal((Tokens(900), Tokens(900)), (chain.Pool(0).FreeValue, chain.Pool(0).TotalValue));
        Assert.Equal(Tokens(200), chain.Position(0, PoolAccount(1)).Shares);
    }

    [Fact]
    public void Commission_becomes_shares_that_all_others_pay_for()
    {
        Grow().OwnerGained(1, Legacy(100), Legacy(1)).EndBlock();
        // 600 PHA over 500 shares; 100 new shares take 100 of 600: the old shares lose 100 PHA, the owner earns 100 PHA.
        Assert.Equal(
            (Tokens(600), Tokens(600), Tokens(100)),
            (chain.Pool(1).TotalValue, chain.Pool(1).TotalShares, chain.Pool(1).OwnerShares)
        );
        Assert.Equal(Pha.Zero, Earned(1, Alice));
        Assert.Equal(
            (Tokens(100), Pha.Zero, (Pha?)Tokens(1)),
            (chain.Pool(1).RewardsToOwner, chain.Pool(1).RewardsToStakers, chain.Pool(1).LastCheckpointPrice)
        );
        Assert.Equal(
            [
                (RewardKind.Commission, (AccountId?)null, Tokens(-100), false),
                (RewardKind.Owner, Carol, Tokens(100), false),
            ],
            chain.Rewards.TakeLast(2).Select(reward => (reward.Kind, reward.Account, reward.Amount, reward.Stated))
        );
        var held = chain.Position(1, PoolAccount(1));
        Assert.Equal((Tokens(100), Pha.Zero), (held.Shares, held.Cost));
    }

    [Fact]
    public void The_amount_of_commission_is_rounded_down()
    {
        Grow().OwnerGained(1, 1, Legacy(1)).EndBlock();
        // 0.000000000001 * 600 / 500.000000000001
        Assert.Equal(new Pha(1_199_999), chain.Pool(1).RewardsToOwner);
    }

    [Fact]
    public void Claimed_commission_shares_go_to_whom_the_owner_named_at_the_cost_of_their_value()
    {
        Grow().OwnerGained(1, Legacy(100), Legacy(1)).EndBlock();
        chain
            .NextExtrinsic()
            .Mint(1, 1, Bob, Legacy(40))
            .Emit(PoolScript.Vault, "OwnerSharesClaimed", ("pid", 1), ("user", Carol), ("shares", Legacy(40)))
            .EndBlock();
        Assert.Equal((Tokens(40), Tokens(40)), (chain.Position(1, Bob).Shares, chain.Position(1, Bob).Cost));
        Assert.Equal(Tokens(60), chain.Position(1, PoolAccount(1)).Shares);
        Assert.Equal((Tokens(60), Tokens(600)), (chain.Pool(1).OwnerShares, chain.Pool(1).TotalShares));
        Assert.Equal(
            [(PoolAccount(1), Tokens(-40), (AccountId?)Bob), (Bob, Tokens(40), PoolAccount(1))],
            chain.Entries.TakeLast(2).Select(entry => (entry.Account, entry.Shares, entry.Counterparty))
        );
    }

    [Fact]
    public void Commission_and_shutdown_are_kept()
    {
        chain.Emit(PoolScript.Vault, "VaultCommissionSet", ("pid", 1), ("commission", 500_000));
        chain.Emit(PoolScript.Vault, "ForceShutdown", ("pid", 1), ("reason", Scale.None)).EndBlock();
        Assert.Equal((500_000, true), (chain.Pool(1).Commission, chain.Pool(1).IsShutDown));
    }

    // Computed apart from this code with exact fractions, truncated to 2^-48, 2^-64 and 10^-12 as the pallet does.
    [Theory]
    [InlineData(300_000_000_000_000, 0, 3_300_000_000_000_000, 10_000_000_000_000, 909_090_909_089)]
    [InlineData(300_000_000_000_000, 100_000_000_000_000, 3_300_000_000_000_000, 10_000_000_000_000, 1_212_121_212_119)]
    [InlineData(1, 0, 3, 1_000_000_000_000, 332_938_388_624)]
    [InlineData(123_456_789_012_345, 987_654_321_098_765, 3_333_333_333_333_333, 77_777_777_777, 25_925_925_902)]
    [InlineData(1_000_000_000_000, 2_000_000_000_000, 3_000_000_000_000, 5_000_000_000_000, 5_000_000_000_000)]
    [InlineData(7_000_000_000_001, 11, 300_000_000_000_000_013, 123_456_789, 2_880)]
    [InlineData(333_333_333_333, 333_333_333_334, 1_000_000_000_000, 1_000_000_000_001, 666_666_666_666)]
    public void The_part_of_a_vault_is_truncated_as_on_the_chain(
        long held,
        long queued,
        long total,
        long reward,
        long part
    )
    {
        var position = new Position
        {
            PoolId = "0",
            Account = PoolAccount(1),
            Shares = Pico(held) + Pico(queued),
            WithdrawingShares = Pico(queued),
            RewardIndex = BigInteger.Zero,
        };
        Assert.Equal(Pico(part), StakersReward.Settled(position, Pico(total), Pico(reward)));
    }

    /// <summary>The vault earns 100 PHA: its 300 shares are half of the pool after 400 of Bob's left.</summary>
    private Chain Grow()
    {
        chain
            .NextExtrinsic()
            .Mint(0, 2, BasePool, Legacy(400))
            .Queued(0, Bob, Legacy(400))
            .SetShares(0, 0, Legacy(300));
        chain.Withdrawn(0, Bob, Legacy(400), Legacy(400)).Burn(0, 2, BasePool).EndBlock();
        return chain.NextExtrinsic().Rewarded(0, 0, Legacy(200)).EndBlock().NextExtrinsic();
    }

    private Pha Earned(int pid, AccountId account)
    {
        var position = chain.Position(pid, account);
        return position.AccruedReward
            + RewardIndex.Earned(position.Shares, position.RewardIndex, chain.Pool(pid).RewardIndex);
    }
}
