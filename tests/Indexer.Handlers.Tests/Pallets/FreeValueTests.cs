using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Substrate;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

/// <summary>The free value of a pool is the wrapped PHA of its own account, whoever moves it and why.</summary>
public sealed class FreeValueTests
{
    private const long Minimum = 10_000_000_000;

    [Fact]
    public void What_anybody_sends_to_a_pools_account_is_free_value_and_no_value_of_its_shares()
    {
        var chain = Contributed(isLater: false).Pays(Bob, PoolAccount(0), Legacy(77));
        Assert.Equal((Tokens(377), Tokens(300)), (chain.Pool(0).FreeValue, chain.Pool(0).TotalValue));
    }

    [Fact]
    public void Other_assets_are_none()
    {
        var chain = Contributed(isLater: false).Pays(Bob, PoolAccount(0), Legacy(77), asset: 1);
        Assert.Equal(Tokens(300), chain.Pool(0).FreeValue);
    }

    [Fact]
    public void What_is_minted_and_burned_counts()
    {
        var chain = Contributed(isLater: false).Issue(PoolAccount(0), Legacy(5));
        chain.Emit("Assets", "Burned", ("asset_id", 10_000), ("owner", PoolAccount(0)), ("balance", Legacy(2)));
        Assert.Equal(Tokens(303), chain.Pool(0).FreeValue);
    }

    /// <summary>The account of a pool follows from its number and its owner: anybody could pay into it before.</summary>
    [Fact]
    public void A_pool_begins_with_what_its_account_had()
    {
        var before = new ScaleComposite(Scale.Fields(("balance", Legacy(7)), ("is_frozen", ScaleBool.Of(false))));
        var chain = new Chain()
            .Stored("Assets", "Account", atParent: true, before)
            .Pays(Bob, PoolAccount(0), Legacy(3))
            .Pays(Bob, PoolAccount(1), Legacy(50))
            .NewPool(PoolScript.StakePool, 0)
            .EndBlock();
        Assert.Equal((Tokens(10), Pha.Zero), (chain.Pool(0).FreeValue, chain.Pool(0).TotalValue));
    }

    /// <summary>Before polkadot 0.9.42 a rest below the minimum goes along, and the event states both.</summary>
    [Fact]
    public void A_rest_below_the_minimum_goes_to_the_receiver()
    {
        var chain = Contributed(isLater: false).Pays(PoolAccount(0), PoolAccount(1), Legacy(300));
        Assert.Equal((Pha.Zero, Tokens(800)), (chain.Pool(0).FreeValue, chain.Pool(1).FreeValue));
    }

    [Theory]
    [InlineData(false, Minimum - 1, Minimum - 1)]
    [InlineData(true, Minimum - 1, 0)]
    [InlineData(true, 1, 0)]
    [InlineData(true, Minimum, Minimum)]
    [InlineData(true, 0, 0)]
    public void Since_polkadot_0_9_42_it_is_lost(bool isLater, long rest, long kept)
    {
        var chain = Contributed(isLater).Pays(PoolAccount(0), PoolAccount(1), Legacy(300) - (UInt128)rest);
        Assert.Equal((Pico(kept), Tokens(800) - Pico(rest)), (chain.Pool(0).FreeValue, chain.Pool(1).FreeValue));
    }

    [Fact]
    public void What_comes_in_below_the_minimum_stays()
    {
        var chain = Given(isLater: true).NewPool(PoolScript.StakePool, 0).Issue(PoolAccount(0), 5);
        Assert.Equal(Pico(5), chain.Pool(0).FreeValue);
    }

    /// <summary>Up to spec 1241 a reward that is dust is minted to the pool before it is dismissed.</summary>
    [Fact]
    public void A_dismissed_reward_that_was_minted_stays_in_the_account()
    {
        var chain = Contributed(isLater: false)
            .Issue(PoolAccount(0), 899)
            .Emit(PoolScript.StakePool, "RewardDismissedDust", ("pid", 0), ("amount", 899));
        Assert.Equal((Tokens(300) + Pico(899), Tokens(300)), (chain.Pool(0).FreeValue, chain.Pool(0).TotalValue));
        Assert.Equal(RewardKind.Dismissed, Assert.Single(chain.Rewards).Kind);
    }

    /// <summary>The vault pays into a pool that pays it from its queue with the same money.</summary>
    [Fact]
    public void A_vault_that_is_paid_by_its_own_contribution_ends_with_what_its_account_has()
    {
        var chain = Contributed(isLater: false)
            .Pays(PoolAccount(1), PoolAccount(0), Legacy(500))
            .Pays(PoolAccount(0), PoolAccount(1), Legacy(799))
            .Pays(PoolAccount(0), PoolAccount(1), Legacy(1));
        Assert.Equal((Pha.Zero, Tokens(800)), (chain.Pool(0).FreeValue, chain.Pool(1).FreeValue));
    }

    [Fact]
    public void An_account_that_pays_more_than_it_has_is_an_error()
    {
        var chain = Contributed(isLater: false);
        var exception = Assert.Throws<UnknownStateException>(() => chain.Pays(PoolAccount(0), Bob, Legacy(301)));
        Assert.Contains("would have -1 wrapped PHA", exception.Message, StringComparison.Ordinal);
    }

    private static Chain Given(bool isLater) =>
        new(runtime: isLater ? SimulatedRuntimes.Phala1254 : SimulatedRuntimes.Khala1241);

    /// <summary>Alice has put 300 into pool 0 and 500 into vault 1.</summary>
    private static Chain Contributed(bool isLater) =>
        Given(isLater)
            .NewPool(PoolScript.StakePool, 0)
            .NewPool(PoolScript.Vault, 1)
            .NextExtrinsic()
            .Mint(0, 0, Alice, Legacy(300))
            .Contributed(0, Alice, Legacy(300), Legacy(300))
            .NextExtrinsic()
            .Mint(1, 0, Alice, Legacy(500))
            .ContributedToVault(1, Alice, Legacy(500), Legacy(500))
            .EndBlock();
}
